SELECT row FROM raw_0 WHERE toFloat64(history) >= 500 AND toInt64(recency) <= 3
