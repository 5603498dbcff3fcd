/** The room's door: reports on the published state. */
export { listReports, makeReport, reportCsv, type AskReport } from './report/run.ts'
