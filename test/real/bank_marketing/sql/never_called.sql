SELECT row FROM raw_0 WHERE pdays = '-1' AND toInt64(balance) > 5000
