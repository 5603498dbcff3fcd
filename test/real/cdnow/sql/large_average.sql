SELECT customer_id FROM raw_0 GROUP BY customer_id HAVING toFloat64(sumIf(toDecimal64(amount, 2), toDecimal64(amount, 2) > 0)) / countIf(toDecimal64(amount, 2) > 0) > 60 AND count() >= 3
