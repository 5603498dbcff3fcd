SELECT loyalty_number FROM raw_0 WHERE loyalty_card = 'Star' AND toFloat64(clv) > 15000
