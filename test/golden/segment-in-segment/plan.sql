SELECT `customer_key`, toUInt8(`c0`) AS `s_big`, toUInt8(`c2`) AS `s_big-here`, toUInt8(`c3`) AS `s_big-away`, toUInt8(NOT (`c2` OR `c3`)) AS `s_neither`
FROM (SELECT *, (`c0` AND `c1`) AS `c2`, (`c0` AND NOT `c1`) AS `c3`
FROM (SELECT *, ifNull(`m0` > {p0:Float64}, 0) AS `c0`, (`t_country` = {p1:String}) AS `c1`
FROM (SELECT population.customer_key AS customer_key, toFloat64(ifNull(`a0`, 0)) AS `m0`, `trait_country` AS `t_country`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, sum(`p_amount`) AS `a0`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p3:String})) AS `trait_country`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)))
