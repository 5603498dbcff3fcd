SELECT row FROM raw_0 WHERE toInt64(age) BETWEEN 18 AND 24 AND occupation IN ('Adm-clerical', 'Sales', 'Tech-support')
