SELECT `customer_key`, if(is_known, [toUInt64(NOT (`t_country` = {p0:String})) + bitShiftLeft(toUInt64((`t_country` != {p0:String} AND `t_country` != '')), 3) + bitShiftLeft(toUInt64(NOT ifNull(`m0` >= 0., 0)), 6) + bitShiftLeft(toUInt64(NOT isNotNull(`m0`)), 9) + bitShiftLeft(toUInt64((ifNotFinite(toFloat64(`m1`) / toFloat64(`m2`), nan) >= 0.)), 12)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p1:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p1:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, if(`a1` = 0, NULL, toFloat64(`a0`) / `a1`) AS `m0`, toFloat64(ifNull(`a2`, 0)) AS `m1`, toFloat64(`a3`) AS `m2`, `trait_country` AS `t_country`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, sum(`p_discount`) AS `a0`, countIf(isNotNull(toFloat64(`p_discount`))) AS `a1`, sum(`p_amount`) AS `a2`, count() AS `a3`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p2:String})) AS `trait_country`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
UNION ALL SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`profile`
WHERE at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass2` ON population.customer_key = `pass2`.customer_key)
