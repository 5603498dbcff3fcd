SELECT loyalty_number FROM raw_0 WHERE salary = ''
