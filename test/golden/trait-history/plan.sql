SELECT `customer_key`, toUInt8((`t_country` = {p0:String})) AS `s_in-brazil`, toUInt8(NOT (`t_country` != '')) AS `s_no-country`, toUInt8(ifNull(`t_vip` = {p1:Bool}, 0)) AS `s_vip-now`, toUInt8(ifNull(toFloat64(age('year', `t_birth_date`, {p2:Date32})) >= {p3:Float64}, 0)) AS `s_of-age`
FROM (SELECT population.customer_key AS customer_key, `trait_country` AS `t_country`, if(`trait_vip` = -1, NULL, `trait_vip` = 1) AS `t_vip`, if(`trait_birth_date` = -2147483648, NULL, toDate32(`trait_birth_date`)) AS `t_birth_date`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p5:String})) AS `trait_country`, argMaxIf(toNullable(ifNull(toInt8(`t_vip`), -1)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_vip`) OR has(cleared, {p6:String})) AS `trait_vip`, argMaxIf(toNullable(ifNull(toInt32(`t_birth_date`), -2147483648)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_birth_date`) OR has(cleared, {p7:String})) AS `trait_birth_date`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key)
