SELECT `customer_key`, if(is_known, [toUInt64((`m0` = 0.3)) + bitShiftLeft(toUInt64(((`m0` = 0.) AND (`m1` >= 1.))), 3) + bitShiftLeft(toUInt64(ifNull(`m2` = 0.3333333333333333, 0)), 6)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, toFloat64(ifNull(`a0`, 0)) AS `m0`, toFloat64(`a1`) AS `m1`, if(`a1` = 0, NULL, toFloat64(`a0`) / `a1`) AS `m2`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, sum(`p_amount`) AS `a0`, count() AS `a1`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
