SELECT `customer_key`, if(is_known, [toUInt64((`m0` >= 1.)) + bitShiftLeft(toUInt64((`m1` >= 10.)), 3) + bitShiftLeft(toUInt64((`m2` > `m3`)), 6)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, least(ifNull(`f0_lag`, toInt64(10413792000000)), ifNull(future_ms, toInt64(10413792000000))) AS pass_flip, toFloat64(`a0`) AS `m0`, toFloat64(ifNull(`a1`, 0)) AS `m1`, toFloat64(`a2`) AS `m2`, toFloat64(`a3`) AS `m3`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, sumIf(`x_price`, at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC') AND (`x_category` IN ({p2:String}, {p3:String}, {p4:String}))) AS `a1`, count() AS `a2`, minOrNullIf(toUnixTimestamp64Milli(at) + toInt64(7776000000), at > fromUnixTimestamp64Milli({p1:Int64}, 'UTC')) AS `f0_lag`
FROM (SELECT *
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
ARRAY JOIN `e_item_price` AS `x_price`, `e_item_category` AS `x_category`
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT `customer_key`, countIf(arrayExists((`any_category`, `any_price`) -> ((`any_category` = {p2:String}) AND ifNull(toFloat64(`any_price`) > 5., 0)), `e_item_category`, `e_item_price`)) AS `a0`, count() AS `a3`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass2` ON population.customer_key = `pass2`.customer_key)
