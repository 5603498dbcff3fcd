// Every code has words in four languages, and a door knows what it means.
import { expect, test } from 'vitest'
import { Failure, LOCALES } from '../../../core/base/index.ts'
import { failureKind } from '../wire.ts'
import { RUN_CODES, runWords, STORE_CODES } from './index.ts'

/** What each code means to whoever called. */
const KINDS = `
usage    run/no-programme run/bad-instant run/bad-request run/file-missing run/not-a-file run/segment-unknown
usage    run/customer-unknown run/job-unknown run/import-unknown run/upload-unknown store/bad-address
usage    run/write-key-none run/merge-unknown run/message-json run/message-limit
usage    run/frozen-unknown run/frozen-name
usage    run/template-unknown run/template-parameter run/segment-key
usage    run/report-unknown run/report-parameter
usage    run/model-unknown run/model-kind-unknown run/model-run-unknown run/model-key
refused  run/model-exists
issues   run/model-lacks run/model-failed
issues   run/report-lacks run/name-left-behind
refused  run/template-taken
issues   run/template-unfit
usage    run/version-unknown run/why-needed run/list-unknown run/list-name run/list-rows
usage    run/score-unknown run/score-columns
refused  run/merge-same run/merge-taken run/merge-order
refused  run/frozen-exists run/examples-fail run/list-exists
refused  run/programme-exists run/segment-exists run/segment-used run/stale-revision run/port-busy run/stores-differ
refused  store/busy store/locked store/supervisor-version
failure  run/arrivals-full run/ledger-not-durable
failure  run/file-denied run/disk-full run/failed store/access-denied store/bad-data store/bad-login
failure  store/cancelled store/cluster store/data-directory store/disk-full store/engine-busy
failure  store/engine-down store/engine-missing store/engine-start store/engine-version
failure  store/ledger-newer store/ledger-version store/lock-lost store/locked-row
failure  store/no-data-directory store/no-os-user store/query-limit store/query-refused
failure  store/supervisor-start store/unknown-database store/unknown-table
issues   run/write-key-missing run/write-key-unknown run/messages-refused
issues   run/not-taken-in run/not-held-then
issues   run/programme-invalid run/id-changed run/not-evaluated run/not-in-snapshot
issues   run/definition-invalid run/fact-type-changed run/upload-too-large run/no-quarantine
issues   run/not-signed-in run/wrong-host run/not-found run/console-missing run/demo-size run/demo-column
issues   run/node-fine run/node-old run/programme-found run/server-runs run/import-open
issues   run/keeps-applied run/members-carried run/not-applied run/example-not-in run/example-not-out run/example-name
issues   run/example-value run/example-time run/example-broken run/ids-unknown run/counts-proposed
issues   run/segment-check run/score-objected run/near-duplicate run/under-privacy-floor run/under-activation-floor
issues   run/score-column-unread run/score-customer run/score-value
`

const kindOf = new Map(
  KINDS.trim()
    .split('\n')
    .flatMap((line) => {
      const [kind = '', ...codes] = line.split(/\s+/)
      return codes.map((code) => [code, kind] as const)
    }),
)

test.each([...RUN_CODES, ...STORE_CODES])('%s', (code) => {
  expect(failureKind(new Failure('x', { code }))).toBe(kindOf.get(code))
  const sentences = LOCALES.map((locale) => runWords(code, {}, locale) ?? '')
  expect(sentences.every((sentence) => sentence.length > 5)).toBe(true)
  // The same holes in every language, so that no particular is lost in translation.
  const holes = sentences.map((sentence) => (sentence.match(/\{\w+\}/g) ?? []).toSorted().join())
  expect(new Set(holes).size).toBe(1)
})
