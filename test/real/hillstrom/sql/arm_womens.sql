SELECT row FROM raw_0 WHERE segment = 'Womens E-Mail'
