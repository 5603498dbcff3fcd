SELECT `customer_key`, toUInt8((ifNull(`m0` >= {p0:Float64}, 0) AND NOT ifNull(`m1` >= {p1:Float64}, 0))) AS `s_lapsed`
FROM (SELECT population.customer_key AS customer_key, toFloat64(`a0`) AS `m0`, toFloat64(`a1`) AS `m1`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, countIf(at > fromUnixTimestamp64Milli({p3:Int64}, 'UTC')) AS `a1`, count() AS `a0`
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p4:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key)
