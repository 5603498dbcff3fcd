SELECT `customer_key`, if(is_known, [toUInt64(ifNull(arrayMap(geo -> if(empty(geo), NULL, floor({p0:Float64} * asin(least(1., sqrt(sin(({p1:Float64} - (geo[1] * {p2:Float64})) / 2) * sin(({p1:Float64} - (geo[1] * {p2:Float64})) / 2) + cos((geo[1] * {p2:Float64})) * {p3:Float64} * (sin(({p4:Float64} - (geo[2] * {p2:Float64})) / 2) * sin(({p4:Float64} - (geo[2] * {p2:Float64})) / 2))))) * 1000 + 0.5) / 1000), [`t_home`])[1] < 10000., 0)) + bitShiftLeft(toUInt64(ifNull(arrayMap(geo -> if(empty(geo), NULL, floor({p0:Float64} * asin(least(1., sqrt(sin(({p1:Float64} - (geo[1] * {p2:Float64})) / 2) * sin(({p1:Float64} - (geo[1] * {p2:Float64})) / 2) + cos((geo[1] * {p2:Float64})) * {p3:Float64} * (sin(({p4:Float64} - (geo[2] * {p2:Float64})) / 2) * sin(({p4:Float64} - (geo[2] * {p2:Float64})) / 2))))) * 1000 + 0.5) / 1000), [`t_home`])[1] >= 5000000., 0)), 3) + bitShiftLeft(toUInt64(ifNull(`o0` < 0.5, 0)), 6)], emptyArrayUInt64()) AS bits, if((if(is_known, pass_flip, ifNull(if(known_ms > {p5:Int64}, known_ms, NULL), toInt64(10413792000000))) AS next_ms) >= toInt64(10413792000000), NULL, fromUnixTimestamp64Milli(toNullable(next_ms), 'UTC')) AS next_flip
FROM (SELECT population.customer_key AS customer_key, population.known_ms AS known_ms, toUInt8(ifNull(population.known_ms <= {p5:Int64}, 0)) AS is_known, ifNull(future_ms, toInt64(10413792000000)) AS pass_flip, `trait_home` AS `t_home`, toFloat64(bitShiftRight(toUInt128(sipHash64(concat({p6:String}, char(0), population.customer_id))) * 1000000000, 64)) / 1e9 AS `o0`
FROM (SELECT customer_key, min(toUnixTimestamp64Milli(known_from)) AS known_ms, any(customer_id) AS customer_id
FROM `programme`.`customer`
WHERE customer_key NOT IN (SELECT alias_key
FROM `programme`.`merged`
GROUP BY alias_key HAVING argMax(undone, (at, seq)) = 0)
GROUP BY customer_key) AS population
ANY LEFT JOIN (SELECT customer_key, argMaxIf(`t_home`, bitShiftLeft(toUInt128(toUnixTimestamp64Milli(at) + 10000000000000), 64) + seq, notEmpty(`t_home`) OR has(cleared, {p7:String})) AS `trait_home`
FROM `programme`.`profile`
WHERE at <= fromUnixTimestamp64Milli({p5:Int64}, 'UTC')
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, minOrNull(ms) AS future_ms
FROM (SELECT customer_key, toUnixTimestamp64Milli(at) AS ms
FROM `programme`.`profile`
WHERE at > fromUnixTimestamp64Milli({p5:Int64}, 'UTC'))
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
