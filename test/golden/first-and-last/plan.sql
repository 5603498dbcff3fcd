SELECT `customer_key`, toUInt8((`m0` = {p0:String})) AS `s_began-in-store`, toUInt8((`m1` = {p1:String})) AS `s_ended-on-web`, toUInt8((NOT isNotNull(`m2`) AND ifNull(`m3` >= {p2:Float64}, 0))) AS `s_first-discount-unknown`, toUInt8(ifNull(({p3:Int64} - `m4`) / 86400000 < {p4:Float64}, 0)) AS `s_recent`
FROM (SELECT population.customer_key AS customer_key, `a0` AS `m0`, `a1` AS `m1`, if(isNaN(`a2`), NULL, `a2`) AS `m2`, toFloat64(`a3`) AS `m3`, toUnixTimestamp64Milli(`a4`) AS `m4`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p3:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, argMin(`p_channel`, concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a0`, argMax(`p_channel`, concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a1`, argMin(toNullable(ifNull(toFloat64(`p_discount`), nan)), concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a2`, count() AS `a3`, maxOrNull(at) AS `a4`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p3:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key)
