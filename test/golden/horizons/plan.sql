SELECT `customer_key`, toUInt8((ifNull(`m0` >= {p0:Float64}, 0) AND ifNull(`m1` > {p1:Float64}, 0) AND ifNull(`m2` < {p2:Float64}, 0))) AS `s_busy-week`, toUInt8((ifNull(`m3` >= {p3:Float64}, 0) AND ifNull(`m4` > {p4:Float64}, 0) AND ifNull(`m5` = {p3:Float64}, 0))) AS `s_old-friend`
FROM (SELECT population.customer_key AS customer_key, toFloat64(`a0`) AS `m0`, toFloat64(ifNull(`a1`, 0)) AS `m1`, toFloat64(`a2`) AS `m2`, toFloat64(`a3`) AS `m3`, toFloat64(ifNull(`a4`, 0)) AS `m4`, toFloat64(`a5`) AS `m5`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p5:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, count() AS `a0`, sum(`p_amount`) AS `a1`, maxOrNull(`p_amount`) AS `a2`
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p6:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({p5:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, count() AS `a3`, sum(`p_amount`) AS `a4`, uniqUpToIf(3)(sipHash64(`p_channel`), (`p_channel` != '')) AS `a5`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p5:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
