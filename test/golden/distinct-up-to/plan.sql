SELECT `customer_key`, toUInt8(ifNull(`m0` > {p0:Float64}, 0)) AS `s_more-than-two`, toUInt8(ifNull(`m0` = {p0:Float64}, 0)) AS `s_exactly-two`, toUInt8(ifNull(`m0` != {p0:Float64}, 0)) AS `s_not-two`, toUInt8(ifNull(`m0` <= {p1:Float64}, 0)) AS `s_at-most-one`, toUInt8(ifNull(ifNotFinite(toFloat64(`m1`) / toFloat64({p0:Float64}), nan) = {p0:Float64}, 0)) AS `s_half-of-pages`
FROM (SELECT population.customer_key AS customer_key, toFloat64(`a0`) AS `m0`, toFloat64(`a1`) AS `m1`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, uniqUpTo(3)(sipHash64(`p_channel`)) AS `a0`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC') AND (`p_channel` != '')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, uniqExact(sipHash64(`p_page`)) AS `a1`
FROM `programme`.`event_visit`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC') AND (`p_page` != '')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
