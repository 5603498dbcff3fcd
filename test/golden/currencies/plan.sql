SELECT `customer_key`, if(is_known, [toUInt64((`m0` > 2.)) + bitShiftLeft(toUInt64(ifNull(`m1` = 0.987654, 0)), 3) + bitShiftLeft(toUInt64((`m2` >= 1.)), 6)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, toFloat64(ifNull(`a0`, 0)) AS `m0`, if(`a1` = 0, NULL, toFloat64(`a0`) / `a1`) AS `m1`, toFloat64(`a2`) AS `m2`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT `customer_key`, sum(multiIf(`p_currency` IN ('', {p1:String}), toNullable(toDecimal128(`p_fee`, 6)), `p_currency` = {p2:String}, toDecimal128(`p_fee`, 6) * arrayElement({p3:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p4:Array(Int32)}) + 1) / 1000000000, `p_currency` = {p5:String}, toDecimal128(`p_fee`, 6) * arrayElement({p6:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p7:Array(Int32)}) + 1) / 1000000000, NULL)) AS `a0`, countIf(isNotNull(toFloat64(multiIf(`p_currency` IN ('', {p1:String}), toNullable(toDecimal128(`p_fee`, 6)), `p_currency` = {p2:String}, toDecimal128(`p_fee`, 6) * arrayElement({p3:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p4:Array(Int32)}) + 1) / 1000000000, `p_currency` = {p5:String}, toDecimal128(`p_fee`, 6) * arrayElement({p6:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p7:Array(Int32)}) + 1) / 1000000000, NULL)))) AS `a1`, countIf(ifNull(toFloat64(multiIf(`p_currency` IN ('', {p1:String}), toNullable(toDecimal128(`p_fee`, 6)), `p_currency` = {p2:String}, toDecimal128(`p_fee`, 6) * arrayElement({p3:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p4:Array(Int32)}) + 1) / 1000000000, `p_currency` = {p5:String}, toDecimal128(`p_fee`, 6) * arrayElement({p6:Array(Nullable(Int64))}, arrayCount(rate_from -> rate_from <= toInt32(toDate32(fromUnixTimestamp64Milli(toUnixTimestamp64Milli(at), 'UTC'))), {p7:Array(Int32)}) + 1) / 1000000000, NULL)) >= 1., 0)) AS `a2`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`event_purchase`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
