SELECT `customer_key`, if(is_known, [toUInt64(ifNull(toFloat64({p0:Int64} - `o0`) >= 2592000000., 0)) + bitShiftLeft(toUInt64(ifNull(toFloat64({p0:Int64} - `o0`) < 2592000000., 0)), 3) + bitShiftLeft(toUInt64(ifNull(toFloat64({p0:Int64} - `o1`) >= 2592000000., 0)), 6)], emptyArrayUInt64()) AS bits, if((if(is_known, least(pass_flip, least(ifNull(if((`o0` + {p1:Int64}) > {p0:Int64}, (`o0` + {p1:Int64}), toInt64(10413792000000)), toInt64(10413792000000)), ifNull(if((`o0` + {p1:Int64}) > {p0:Int64}, (`o0` + {p1:Int64}), toInt64(10413792000000)), toInt64(10413792000000)), ifNull(if((`o1` + {p1:Int64}) > {p0:Int64}, (`o1` + {p1:Int64}), toInt64(10413792000000)), toInt64(10413792000000)))), ifNull(if(known_ms > {p0:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p0:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, arrayMap(truths -> arrayMap(broken -> multiIf(broken = length(truths), NULL, broken = 0, population.known_ms, truths[broken + 1].1), [arrayLastIndex(truth -> NOT truth.2, truths)])[1], [arrayMap(past -> (past.1, ifNull(past.2 = {p2:Bool}, 0)), arrayPushFront(`past_vip`, `past_vip`[length(`past_vip`) + 1]))])[1] AS `o0`, arrayMap(truths -> arrayMap(broken -> multiIf(broken = length(truths), NULL, broken = 0, population.known_ms, truths[broken + 1].1), [arrayLastIndex(truth -> NOT truth.2, truths)])[1], [arrayMap(past -> (past.1, NOT isNotNull(past.2)), arrayPushFront(`past_vip`, `past_vip`[length(`past_vip`) + 1]))])[1] AS `o1`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms, any(customer_id) AS customer_id
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT customer_key, arrayMap(records -> arrayMap(past -> (past.1, past.3), arrayFilter((past, past_next) -> past.1 != past_next, records, arraySlice(arrayPushBack(records.1, toInt64(9223372036854775807)), 2))), [arraySort(past -> (past.1, past.2), groupArrayIf((toUnixTimestamp64Milli(at), seq, `t_vip`), isNotNull(`t_vip`) OR has(cleared, {p3:String})))])[1] AS `past_vip`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p0:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`profile`
WHERE at > fromUnixTimestamp64Milli({p0:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
