SELECT row FROM raw_0 WHERE segment = 'No E-Mail'
