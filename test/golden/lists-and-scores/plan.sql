SELECT `customer_key`, if(is_known, [toUInt64(ifNull(`o0` = {p0:Bool}, 0)) + bitShiftLeft(toUInt64(ifNull(`o1` = {p0:Bool}, 0)), 3) + bitShiftLeft(toUInt64(ifNull(`o2` > 300., 0)), 6) + bitShiftLeft(toUInt64(NOT isNotNull(`o2`)), 9)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p1:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p1:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, `listed_0` AS `o0`, `listed_1` AS `o1`, if(isNaN(`score_0`), NULL, `score_0`) AS `o2`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(toNullable(ifNull(toFloat64(value), nan)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `name` = {p2:String}) AS `score_0`
FROM `programme`.`score`
WHERE `name` IN ({p2:String}) AND at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, argMaxIf(listed, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `list` = {p3:String}) AS `listed_0`, argMaxIf(listed, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `list` = {p4:String}) AS `listed_1`
FROM `programme`.`list_member`
WHERE `list` IN ({p3:String}, {p4:String}) AND at <= fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`score`
WHERE at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC')
UNION ALL SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`list_member`
WHERE at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass2` ON population.customer_key = `pass2`.customer_key)
