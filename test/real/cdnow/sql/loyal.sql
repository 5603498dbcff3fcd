SELECT customer_id FROM raw_0 WHERE date >= '1997-07-01' GROUP BY customer_id HAVING count() >= 10 OR sum(toDecimal64(amount, 2)) > 500
