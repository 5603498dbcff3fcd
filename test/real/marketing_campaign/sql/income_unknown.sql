SELECT ID FROM raw_0 WHERE Income = '' OR toInt32(Year_Birth) < 1900
