SELECT ID FROM raw_0 WHERE toFloat64(MntWines) > 500 AND Kidhome = '0' AND Teenhome = '0' AND toInt32(Year_Birth) >= 1900
