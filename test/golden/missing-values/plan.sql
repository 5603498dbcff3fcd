SELECT `customer_key`, toUInt8(NOT (`t_country` = {p0:String})) AS `s_not-brazil`, toUInt8((`t_country` != {p0:String} AND `t_country` != '')) AS `s_other-country`, toUInt8(NOT ifNull(`m0` >= {p1:Float64}, 0)) AS `s_no-average`, toUInt8(NOT isNotNull(`m0`)) AS `s_no-discount-known`, toUInt8(ifNull(ifNotFinite(toFloat64(`m1`) / toFloat64(`m2`), nan) >= {p1:Float64}, 0)) AS `s_per-purchase`
FROM (SELECT population.customer_key AS customer_key, if(`a1` = 0, NULL, toFloat64(`a0`) / `a1`) AS `m0`, toFloat64(ifNull(`a2`, 0)) AS `m1`, toFloat64(`a3`) AS `m2`, `trait_country` AS `t_country`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, sum(`p_discount`) AS `a0`, countIf(isNotNull(toFloat64(`p_discount`))) AS `a1`, sum(`p_amount`) AS `a2`, count() AS `a3`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p3:String})) AS `trait_country`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
