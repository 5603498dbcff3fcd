/** The room's door: the verbs, and what doors need to call them. */
export type { Explanation as Explained, ExplainedNode } from '../../core/segment/index.ts'
export { checkProgramme, formatProgramme, segmentKeys } from './check.ts'
export { createDemo, type CreateDemoOptions } from './create-demo.ts'
export { diagnose } from './doctor.ts'
export { locateProgramme, stopEngines } from './engines.ts'
export {
  listImports,
  loadIntoProgramme,
  loadUpload,
  mappingOf,
  quarantineFile,
  quarantinePage,
  retryImport,
  type LoadInto,
} from './imports.ts'
export { initProgramme, type InitOptions } from './init.ts'
export { createJobs, type JobProgress, type Jobs } from './jobs.ts'
export { openProgramme, withProgramme, type OpenOptions, type OpenProgramme } from './open.ts'
export { overview } from './overview.ts'
export { previewUpload, receiveUpload } from './preview.ts'
export { explainMembership, type ExplainRequest } from './explain.ts'
export { planProgramme } from './plan.ts'
export { deleteSegment, listSegments, readSegment, saveSegment } from './segments.ts'
export { accessKey, forgetServer, rememberServer, runningServer } from './serving.ts'
export { saveUpload } from './upload.ts'
export { countDefinition, evaluateProgramme, memberCsv, memberPage, readSnapshot } from './verbs.ts'
export { versionInfo } from './version.ts'
export { failureKind, failureWire, phrase } from './wire.ts'
export { codeRegistry, type CodeEntry } from './registry.ts'
