/** The room's door: reports on the published state. */
export { listReports, makeReport, reportCsv, type AskReport } from './report/run.ts'
export { applyWithChecks, planWithChecks } from './checks/advise.ts'
export { checkSegments, type Checked } from './checks/checking.ts'
export { keepModels, type Clerk } from './model/clerk.ts'
export { initModel } from './model/init.ts'
export { runModel, type RunModel } from './model/run.ts'
export { modelCsv, showModel, showModels } from './model/show.ts'
export { reportReference } from './report/page.ts'
