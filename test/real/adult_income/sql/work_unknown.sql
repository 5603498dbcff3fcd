SELECT row FROM raw_0 WHERE workclass = '' OR occupation = ''
