SELECT `customer_key`, toUInt8(ifNull(`m0` >= {p0:Float64}, 0)) AS `s_two-days`, toUInt8(ifNull(`m1` >= {p0:Float64}, 0)) AS `s_day`, toUInt8(ifNull(`m2` >= {p0:Float64}, 0)) AS `s_yesterday`, toUInt8(ifNull(`m3` >= {p0:Float64}, 0)) AS `s_march`
FROM (SELECT population.customer_key AS customer_key, toFloat64(`a0`) AS `m0`, toFloat64(`a1`) AS `m1`, toFloat64(`a2`) AS `m2`, toFloat64(`a3`) AS `m3`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, count() AS `a0`, countIf(at > fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS `a1`, countIf(at <= fromUnixTimestamp64Milli({p3:Int64}, 'UTC')) AS `a2`
FROM `programme`.`event_visit`
WHERE at > fromUnixTimestamp64Milli({p4:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, count() AS `a3`
FROM `programme`.`event_visit`
WHERE at > fromUnixTimestamp64Milli({p5:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
