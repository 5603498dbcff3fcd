SELECT row FROM raw_0 WHERE segment = 'Mens E-Mail'
