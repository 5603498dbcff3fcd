export { print, type Statement } from './print.ts'
export { id, join, raw, sql, value, type Sql, type SqlValue } from './sql.ts'
