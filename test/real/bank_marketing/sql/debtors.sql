SELECT row FROM raw_0 WHERE toInt64(balance) < 0 AND (housing = 'yes' OR loan = 'yes')
