SELECT `customer_key`, toUInt8((toUInt32(`c0`) + toUInt32(`c1`) + toUInt32(hasAny(`t_interests`, {p0:Array(String)})) >= {p1:UInt32})) AS `s_two-of-three`, toUInt8((`c0` AND `c1`)) AS `s_reordered`, toUInt8(`c0`) AS `s_all-of-two`, toUInt8(0) AS `s_nobody`
FROM (SELECT *, ifNull(`t_vip` = {p2:Bool}, 0) AS `c0`, (`t_country` = {p3:String}) AS `c1`
FROM (SELECT population.customer_key AS customer_key, if(`trait_vip` = -1, NULL, `trait_vip` = 1) AS `t_vip`, `trait_country` AS `t_country`, `trait_interests` AS `t_interests`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(toNullable(ifNull(toInt8(`t_vip`), -1)), bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, isNotNull(`t_vip`) OR has(cleared, {p5:String})) AS `trait_vip`, argMaxIf(`t_country`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, `t_country` != '' OR has(cleared, {p6:String})) AS `trait_country`, argMaxIf(`t_interests`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, notEmpty(`t_interests`) OR has(cleared, {p7:String})) AS `trait_interests`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p4:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key))
