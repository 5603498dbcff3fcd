SELECT ID FROM raw_0 WHERE Response = '1'
