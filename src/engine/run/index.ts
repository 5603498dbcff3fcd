/** The room's door: the verbs, and what doors need to call them. */
export type { ExplanationWire as Explained } from '../../core/contract/index.ts'
export type { ExplainedNode } from '../../core/segment/index.ts'
export { checkProgramme, formatProgramme, segmentKeys } from './programme/check.ts'
export { createCollector, type CollectRequest, type Collector } from './arrival/collect.ts'
export {
  createKey,
  listKeys,
  listMerges,
  merge,
  refusedMessages,
  revokeKey,
  unmerge,
} from './arrival/door.ts'
export { createDemo, loadDemo } from './files/create-demo.ts'
export { diagnose } from './door/doctor.ts'
export { knownKeys, memberKeys, memberNumbers, membership } from './evaluation/keys.ts'
export { stateOf } from './evaluation/generation/state.ts'
export { requireSnapshot } from './evaluation/members.ts'
export { currentSnapshot as stateNow, type Snapshot } from './evaluation/snapshot.ts'
export { FACTS_LOCK } from './facts.ts'
export { locateProgramme, stopEngines } from './programme/engines.ts'
export {
  listImports,
  loadIntoProgramme,
  loadUpload,
  mappingOf,
  quarantineFile,
  quarantinePage,
  retryImport,
  type LoadInto,
} from './files/imports.ts'
export { initProgramme } from './programme/init.ts'
export { checkSnapshot, freezeSegment, listSnapshots, snapshotMembers } from './door/freeze.ts'
export { memberFlow } from './door/flow.ts'
export { countSeries, memberTrail, pastMembers } from './door/past.ts'
export {
  aMonthBefore,
  checksOf,
  latestChecks,
  writeCheck,
  type LatestCheck,
  type SegmentCheck,
  type VerdictFigures,
} from './check/records.ts'
export { keysAsOf, keysOfDefinition } from './door/past-keys.ts'
export {
  stateAsOf,
  type PastReading,
  type PastState,
  type PastStateAsked,
} from './door/past-state.ts'
export { verifyProgramme } from './door/verify.ts'
export { rehearsalClock, type Clock } from './clock.ts'
export { keepProgramme } from './keeper/keep.ts'
export type { Keeper } from './keeper/keeper.ts'
export { freshness } from './keeper/status.ts'
export { createJobs, type JobProgress, type Jobs } from './jobs.ts'
export {
  openProgramme,
  withProgramme,
  type OpenOptions,
  type Current,
  type OpenProgramme,
} from './open.ts'
export { onDisk, readText } from './programme/on-disk.ts'
export { MODELS_FOLDER } from './programme/folder.ts'
export { systemUser } from './governance/first.ts'
export { overview } from './programme/overview.ts'
export { previewUpload, receiveUpload } from './files/preview.ts'
export { explainMembership } from './explain.ts'
export { planProgramme } from './door/plan.ts'
export { applyChanges, type ApplyOptions } from './governance/apply.ts'
export { diffDefinitions, listVersions, restoreVersion } from './governance/history.ts'
export { idsInFile } from './governance/id-file.ts'
export { createList, editList, listLists, showList } from './governance/lists.ts'
export { objectors, takeBackObjected } from './scores/objection.ts'
export { followScores, loadScores, showScores } from './scores/scores.ts'
export { writeBackScores, type WriteBack } from './scores/write-back.ts'
export { catchUp } from './keeper/catch-up.ts'
export { appliedDefinitions } from './programme/applied.ts'
export { bindContextOf } from './programme/bind-context.ts'
export { cutoffsOfPlan } from './evaluation/generation/cutoffs.ts'
export { definitionsAfter, planChanges } from './governance/plan-changes.ts'
export { testExamples } from './governance/test-examples.ts'
export { deleteSegment, listSegments, readSegment, saveSegment } from './programme/segments.ts'
export {
  accessKey,
  forgetServer,
  rememberServer,
  runningArrivals,
  runningServer,
} from './door/serving.ts'
export {
  applyTemplate,
  listTemplates,
  showTemplate,
  type ShowTemplate,
} from './template/templates.ts'
export { saveUpload } from './files/upload.ts'
export {
  countDefinition,
  csvCell,
  evaluateProgramme,
  memberCsv,
  memberPage,
  readSnapshot,
} from './door/verbs.ts'
export { versionInfo } from './door/version.ts'
export { instantText } from './time.ts'
export { failureKind, failureWire, issueWire, phrase } from './wire.ts'
export { codeRegistry } from './door/registry.ts'
