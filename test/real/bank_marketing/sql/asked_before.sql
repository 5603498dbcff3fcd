SELECT row FROM raw_0 WHERE poutcome = 'success'
