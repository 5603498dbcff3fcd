/** Models of customers: fitted on compressed sums, scored row by row or as SQL. */
export {}
