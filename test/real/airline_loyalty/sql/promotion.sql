SELECT loyalty_number FROM raw_0 WHERE enrollment_type = '2018 Promotion'
