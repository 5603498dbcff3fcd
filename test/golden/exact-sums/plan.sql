SELECT `customer_key`, toUInt8(ifNull(`m0` = {p0:Float64}, 0)) AS `s_three-tenths`, toUInt8((ifNull(`m0` = {p1:Float64}, 0) AND ifNull(`m1` >= {p2:Float64}, 0))) AS `s_cancelled-out`, toUInt8(ifNull(`m2` = {p3:Float64}, 0)) AS `s_third`
FROM (SELECT population.customer_key AS customer_key, toFloat64(ifNull(`a0`, 0)) AS `m0`, toFloat64(`a1`) AS `m1`, if(`a1` = 0, NULL, toFloat64(`a0`) / `a1`) AS `m2`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, sum(`p_amount`) AS `a0`, count() AS `a1`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key)
