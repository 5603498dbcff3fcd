SELECT row FROM raw_0 WHERE newbie = '1' AND channel = 'Web'
