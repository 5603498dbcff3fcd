SELECT `customer_key`, if(is_known, [toUInt64((`m0` = {p0:String})) + bitShiftLeft(toUInt64((`m1` = {p1:String})), 3) + bitShiftLeft(toUInt64((NOT isNotNull(`m2`) AND (`m3` >= 1.))), 6) + bitShiftLeft(toUInt64(ifNull(({p2:Int64} - `m4`) / 86400000 < 31., 0)), 9)], emptyArrayUInt64()) AS bits, if((if(is_known, least(pass_flip, ifNull(if((`m4` + {p3:Int64}) > {p2:Int64}, (`m4` + {p3:Int64}), toInt64(10413792000000)), toInt64(10413792000000))), ifNull(if(known_ms > {p2:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p2:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, `a0` AS `m0`, `a1` AS `m1`, if(isNaN(`a2`), NULL, `a2`) AS `m2`, toFloat64(`a3`) AS `m3`, toUnixTimestamp64Milli(`a4`) AS `m4`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, argMin(`p_channel`, concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a0`, argMax(`p_channel`, concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a1`, argMin(toNullable(ifNull(toFloat64(`p_discount`), nan)), concat(reinterpretAsFixedString(byteSwap(toUInt64(toUnixTimestamp64Milli(at) + 10000000000000))), id)) AS `a2`, count() AS `a3`, maxOrNull(at) AS `a4`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p2:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
