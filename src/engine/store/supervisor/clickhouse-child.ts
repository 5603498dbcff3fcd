/** Process entry: becomes a ClickHouse server, from the library inside the `chdb` package. */
import { libchdbPath } from 'chdb/libchdb'
import { becomeLibraryMain, dieWithParent } from './native.ts'

const SIGTERM = 15
dieWithParent(SIGTERM)
becomeLibraryMain(libchdbPath(), 'chdb_query_cmdline', ['clickhouse', ...process.argv.slice(2)])
