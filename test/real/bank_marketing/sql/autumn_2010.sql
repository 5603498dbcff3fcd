SELECT row FROM raw_0 WHERE called_on >= '2010-09-01'
