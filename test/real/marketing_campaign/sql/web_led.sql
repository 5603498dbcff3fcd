SELECT ID FROM raw_0 WHERE toInt64(NumWebPurchases) > toInt64(NumStorePurchases) + toInt64(NumCatalogPurchases) AND toInt32(Year_Birth) >= 1900
