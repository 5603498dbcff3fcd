/** How files and what is in force stand to each other, computed once per look and said in words. */
import type { Issue, Locale } from '../../../core/base/index.ts'
import type { IssueWire, StandingWire } from '../../../core/contract/index.ts'
import { appliedDefinitions, type Applied, type AppliedSource } from '../programme/applied.ts'
import { definitionIssues, readDefinitions, type ReadDefinition } from '../programme/definitions.ts'
import { issueWire } from '../wire.ts'
import { changesOf, standingsOf, type Change } from './compare.ts'

/** Files and ledger side by side. */
export interface Standing {
  readonly applied: Applied
  /** The definitions of the files. */
  readonly wanted: ReadonlyMap<string, ReadDefinition>
  readonly changes: readonly Change[]
  readonly of: (key: string) => StandingWire
}

/** Reads both sides. Cost: binding the files, and two short reads of the ledger. */
export async function standing(current: AppliedSource): Promise<Standing> {
  const applied = await appliedDefinitions(current)
  const wanted = applied.isFirst
    ? applied.definitions
    : readDefinitions(current.files, current.programme, applied.lists)
  const changes = changesOf({ files: current.files, wanted, applied })
  return { applied, wanted, changes, of: standingsOf(applied, changes) }
}

/** What must be said of one segment beside the issues of its file. */
export function standingIssues(
  key: string,
  { applied, of }: Pick<Standing, 'applied' | 'of'>,
  around: { readonly current: AppliedSource; readonly locale: Locale },
): readonly IssueWire[] {
  const { pending, version, status, carried } = of(key)
  const said: Issue[] = []
  if (pending === 'broken' && version !== null && status !== 'retired') {
    said.push({
      code: 'run/keeps-applied',
      severity: 'warning',
      params: { segment: key, version },
    })
  }
  if (carried) {
    said.push({ code: 'run/members-carried', severity: 'error', params: { segment: key } })
  }
  const read = carried ? applied.definitions.get(key) : undefined
  return [
    ...said.map((issue) => issueWire(issue, around.locale)),
    // The file may say the same thing and be complained of already.
    ...(read === undefined || pending === 'none'
      ? []
      : definitionIssues(read, around.current.files, around.locale)),
  ]
}

/** What must be said of the whole: what is kept in spite of its file, and how much waits to be applied. */
export function standingNotes(
  found: Standing,
  around: { readonly current: AppliedSource; readonly locale: Locale },
): readonly IssueWire[] {
  const keys = new Set([...found.wanted.keys(), ...found.applied.definitions.keys()])
  for (const change of found.changes) keys.add(change.key)
  const waiting = found.applied.isFirst
    ? []
    : found.changes.filter((change) => change.pending !== 'broken')
  const note: Issue = {
    code: 'run/not-applied',
    severity: 'info',
    params: { count: waiting.length, segments: waiting.map((change) => change.key) },
  }
  return [
    ...[...keys].sort().flatMap((key) => standingIssues(key, found, around)),
    ...(waiting.length === 0 ? [] : [issueWire(note, around.locale)]),
  ]
}
