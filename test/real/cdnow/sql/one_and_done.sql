SELECT customer_id FROM raw_0 GROUP BY customer_id HAVING uniqExact(date) = 1 AND max(date) <= '1997-07-01'
