SELECT `customer_key`, if(is_known, [toUInt64((toUInt32(`c0`) + toUInt32(`c1`) + toUInt32(hasAny(`t_interests`, {p0:Array(String)})) >= {p1:UInt32})) + bitShiftLeft(toUInt64((`c0` AND `c1`)), 3) + bitShiftLeft(toUInt64(`c0`), 6) + bitShiftLeft(toUInt64(0), 9)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p2:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT *, ifNull(`t_vip` = {p3:Bool}, 0) AS `c0`, (`t_country` = {p4:String}) AS `c1`
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p2:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, if(`trait_vip` = -1, NULL, `trait_vip` = 1) AS `t_vip`, `trait_country` AS `t_country`, `trait_interests` AS `t_interests`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(toNullable(ifNull(toInt8(`t_vip`), -1)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_vip`) OR has(cleared, {p5:String})) AS `trait_vip`, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p6:String})) AS `trait_country`, argMaxIf(`t_interests`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, notEmpty(`t_interests`) OR has(cleared, {p7:String})) AS `trait_interests`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`profile`
WHERE at > fromUnixTimestamp64Milli({p2:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key))
