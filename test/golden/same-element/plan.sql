SELECT `customer_key`, toUInt8(ifNull(`m0` >= {p0:Float64}, 0)) AS `s_dear-coffee`, toUInt8(ifNull(`m1` >= {p1:Float64}, 0)) AS `s_drinks`, toUInt8(ifNull(`m2` > `m3`, 0)) AS `s_baskets`
FROM (SELECT population.customer_key AS customer_key, toFloat64(`a0`) AS `m0`, toFloat64(ifNull(`a1`, 0)) AS `m1`, toFloat64(`a2`) AS `m2`, toFloat64(`a3`) AS `m3`
FROM (SELECT DISTINCT customer_key
FROM `programme`.`customer`
WHERE known_from <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')) AS population
ANY LEFT JOIN (SELECT customer_key, sumIf(`x_price`, (`x_category` IN ({p3:String}, {p4:String}, {p5:String})) AND at > fromUnixTimestamp64Milli({p6:Int64}, 'UTC')) AS `a1`, count() AS `a2`
FROM (SELECT *
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC'))
ARRAY JOIN `e_item_price` AS `x_price`, `e_item_category` AS `x_category`
GROUP BY customer_key) AS `pass0` ON population.customer_key = `pass0`.customer_key
ANY LEFT JOIN (SELECT customer_key, countIf(arrayExists((`any_category`, `any_price`) -> ((`any_category` = {p3:String}) AND ifNull(toFloat64(`any_price`) > {p7:Float64}, 0)), `e_item_category`, `e_item_price`)) AS `a0`, count() AS `a3`
FROM `programme`.`event_purchase`
WHERE at <= fromUnixTimestamp64Milli({p2:Int64}, 'UTC')
GROUP BY customer_key) AS `pass1` ON population.customer_key = `pass1`.customer_key)
