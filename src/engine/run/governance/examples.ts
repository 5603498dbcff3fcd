/** Examples of segment files, tried by the reference evaluator; what does not hold is explained. */
import { inLocale, type Issue, type Locale } from '../../../core/base/index.ts'
import type { Programme, SegmentExample } from '../../../core/catalog/index.ts'
import type { ExampleWire } from '../../../core/contract/index.ts'
import {
  explainReason,
  interpret,
  parse,
  type BoundDefinition,
} from '../../../core/segment/index.ts'
import type { ReadDefinition } from '../programme/definitions.ts'
import { issueWire, phrase } from '../wire.ts'
import { pastOf, type ExamplePast } from './example-history.ts'

/** What came of one example. */
export interface ExampleRun {
  readonly wire: ExampleWire
  /** Placed in the file; empty when it held. */
  readonly issues: readonly Issue[]
}

/** Where examples are tried. */
export interface Trying {
  readonly programme: Programme
  /** All definitions of the files, since they refer to each other. */
  readonly definitions: ReadonlyMap<string, ReadDefinition>
  readonly locale: Locale
}

/** Tries every example of these definitions. Cost: one interpretation each; explanations only for those that fail. */
export function runExamples(
  reads: Iterable<ReadDefinition>,
  trying: Trying,
): readonly ExampleRun[] {
  return [...reads].flatMap((read) =>
    (read.file.examples ?? []).map((example) => tryOne(read, example, trying)),
  )
}

function tryOne(read: ReadDefinition, example: SegmentExample, trying: Trying): ExampleRun {
  const { locale, programme } = trying
  const wire = {
    segment: read.file.key,
    title: example.title.value,
    member: example.member,
  }
  const { past, issues } = pastOf(example, programme)
  if (past === undefined) {
    const [first] = issues
    const reason = first === undefined ? '' : issueWire(first, locale).message
    return { wire: { ...wire, passed: false, reason }, issues }
  }
  if (read.bound === undefined) {
    const reason = phrase('run/example-broken', {}, locale)
    return { wire: { ...wire, passed: false, reason }, issues: [] }
  }
  const memberOf = membership(trying, past)
  if (memberOf(read.file.key) === example.member) {
    return { wire: { ...wire, passed: true, reason: '' }, issues: [] }
  }
  const reason = reasonOf(read, { past, memberOf, trying })
  const issue: Issue = {
    code: example.member ? 'run/example-not-in' : 'run/example-not-out',
    severity: 'error',
    at: example.title.at,
    params: { reason },
  }
  return { wire: { ...wire, passed: false, reason }, issues: [issue] }
}

function membership(
  { definitions }: Trying,
  { history, asOf }: ExamplePast,
): (segment: string) => boolean {
  const known = new Map<string, boolean>()
  const memberOf = (segment: string): boolean => {
    const found = known.get(segment)
    if (found !== undefined) return found
    const bound = definitions.get(segment)?.bound
    const member = bound !== undefined && interpret(bound, history, { asOf, memberOf })
    known.set(segment, member)
    return member
  }
  return memberOf
}

function reasonOf(
  read: ReadDefinition,
  around: {
    readonly past: ExamplePast
    readonly memberOf: (segment: string) => boolean
    readonly trying: Trying
  },
): string {
  const { past, memberOf, trying } = around
  const { programme, definitions, locale } = trying
  const measures = Object.keys(read.measures ?? programme.measures)
  const parsed = parse(read.file.definition, { measures })
  if (read.bound === undefined || !parsed.ok) return ''
  const segmentNames = Object.fromEntries(
    [...definitions].map(([key, { file }]) => [key, inLocale(file.name, locale) || key]),
  )
  const bound = [...definitions].flatMap(([key, one]): [string, BoundDefinition][] =>
    one.bound === undefined ? [] : [[key, one.bound]],
  )
  const context = { asOf: past.asOf, memberOf, definitions: new Map(bound) }
  const options = { locale, catalogue: programme.catalogue, segmentNames }
  return explainReason(read.bound, parsed.value.definition, past.history, context, options)
}
