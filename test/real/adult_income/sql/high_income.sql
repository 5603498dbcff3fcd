SELECT row FROM raw_0 WHERE `income >50K` = '1'
