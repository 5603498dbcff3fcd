SELECT `customer_key`, if(is_known, [toUInt64((`m0` > 2.)) + bitShiftLeft(toUInt64((`m0` = 2.)), 3) + bitShiftLeft(toUInt64((`m0` != 2.)), 6) + bitShiftLeft(toUInt64((`m0` <= 1.)), 9) + bitShiftLeft(toUInt64((ifNotFinite(toFloat64(`m1`) / toFloat64(2.), nan) = 2.)), 12)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, toFloat64(`a0`) AS `m0`, toFloat64(`a1`) AS `m1`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, uniqUpTo(3)(sipHash64(`p_channel`)) AS `a0`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC') AND (`p_channel` != '')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT `customer_key`, uniqExact(sipHash64(`p_page`)) AS `a1`
FROM `programme`.`event_visit`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC') AND (`p_page` != '')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
UNION ALL SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_visit`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass2` ON population.customer_key = `pass2`.customer_key)
