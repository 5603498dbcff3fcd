SELECT `customer_key`, if(is_known, [toUInt64(((`m0` >= 2.) AND NOT (`m1` >= 1.)))], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, least(ifNull(`f0_lag`, toInt64(10413792000000)), ifNull(future_ms, toInt64(10413792000000))) AS pass_flip, toFloat64(`a0`) AS `m0`, toFloat64(`a1`) AS `m1`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, countIf(at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC')) AS `a1`, count() AS `a0`, minOrNull(toUnixTimestamp64Milli(at) + multiIf(at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC'), toInt64(5184000000), toInt64(31536000000))) AS `f0_lag`
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p2:Int64}, 'UTC') AND at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
