SELECT row FROM raw_0 WHERE visit = '1' AND conversion = '0'
