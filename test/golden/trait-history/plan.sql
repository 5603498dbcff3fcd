SELECT `customer_key`, if(is_known, [toUInt64((`t_country` = {p0:String})) + bitShiftLeft(toUInt64(NOT (`t_country` != '')), 3) + bitShiftLeft(toUInt64(ifNull(`t_vip` = {p1:Bool}, 0)), 6) + bitShiftLeft(toUInt64(ifNull(toFloat64(age('year', `t_birth_date`, {p2:Date32})) >= 18., 0)), 9)], emptyArrayUInt64()) AS bits, if((if(is_known, least(pass_flip, arrayMap(first_day -> if(first_day >= toDate32('2299-12-31'), toInt64(10413792000000), if(arrayAll((d, x) -> toUnixTimestamp64Milli(toDateTime64(toDate32(d), 3, {p3:String})) = x, {p4:Array(Int32)}, {p5:Array(Int64)}), toUnixTimestamp64Milli(toDateTime64(first_day, 3, {p3:String})), (toInt64(toInt32(first_day)) * 86400000 - arrayElement({p6:Array(Int64)}, arrayCount(zone_edge -> zone_edge <= toInt32(first_day), {p7:Array(Int32)}) + 1)))), [arrayMap(flip_day -> ifNull(if(flip_day > {p2:Date32}, flip_day, toDate32('2299-12-31')), toDate32('2299-12-31')), [addDays(addYears(`t_birth_date`, 18), toDayOfMonth(addYears(`t_birth_date`, 18)) != toDayOfMonth(`t_birth_date`))])[1]])[1]), ifNull(if(known_ms > {p8:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p8:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, `trait_country` AS `t_country`, if(`trait_vip` = -1, NULL, `trait_vip` = 1) AS `t_vip`, if(`trait_birth_date` = -2147483648, NULL, toDate32(`trait_birth_date`)) AS `t_birth_date`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p9:String})) AS `trait_country`, argMaxIf(toNullable(ifNull(toInt8(`t_vip`), -1)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_vip`) OR has(cleared, {p10:String})) AS `trait_vip`, argMaxIf(toNullable(ifNull(toInt32(`t_birth_date`), -2147483648)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_birth_date`) OR has(cleared, {p11:String})) AS `trait_birth_date`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p8:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`profile`
WHERE at > fromUnixTimestamp64Milli({p8:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
