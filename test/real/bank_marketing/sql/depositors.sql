SELECT row FROM raw_0 WHERE deposit = 'yes'
