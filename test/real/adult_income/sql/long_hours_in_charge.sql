SELECT row FROM raw_0 WHERE occupation = 'Exec-managerial' AND toInt64(`education-num`) >= 13 AND toInt64(`hours-per-week`) > 45
