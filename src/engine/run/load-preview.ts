/** What a load would make of a file: what was detected, how it maps, what is asked, the first rows typed. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant, Issue, Locale } from '../../core/base/index.ts'
import type { PreviewWire } from '../../core/contract/index.ts'
import {
  intakeWords,
  mappingsFor,
  parseOverrides,
  prepareFile,
  printMapping,
  proposedType,
  questionWords,
  readMappings,
  reasonWords,
  targetChoices,
  targetOf,
  typeSample,
  withColumns,
  type Mapping,
  type Prepared,
  type Proposal,
  type TypedSample,
} from '../intake/index.ts'
import type { Handle } from './handle.ts'
import { issueWire } from './wire.ts'

export interface PreviewOptions {
  readonly path: string
  /** As its owner named it. */
  readonly fileName?: string
  /** The programme's folder, for saved mappings; absent: none are looked at. */
  readonly folder?: string
  readonly mapping?: Mapping
  readonly as?: string
  /** Texts of `--map`, also answers to questions: `dates=dmy`. */
  readonly map?: readonly string[]
  /** Columns sent elsewhere by a person: see `PreviewRequest`. */
  readonly columns?: Readonly<Record<string, string>>
  readonly locale: Locale
  readonly now: Instant
}

/** A preview, and what the catalogue would have to take in for it. */
export interface Preview {
  readonly wire: Omit<PreviewWire, 'uploadId'>
  readonly mapping: Mapping
  readonly proposals: readonly Proposal[]
  readonly prepared: Prepared
}

const TYPED_ROWS = 200
const SHOWN_ROWS = 20
const SHOWN_TEXTS = 5

/** Previews a file. Nothing is stored; issues and questions are values. */
export async function previewFile(handle: Handle, options: PreviewOptions): Promise<Preview> {
  const { catalogue, timeZone } = handle.programme
  const parsed = parseOverrides(options.map ?? [])
  const overrides = {
    ...(parsed.ok ? parsed.value : {}),
    ...(options.as === undefined ? {} : { as: options.as }),
  }
  const { path, fileName } = options
  const base = { path, fileName, catalogue, overrides }
  const given = options.mapping ?? savedFor(options)
  const first = await prepareFile({ ...base, mapping: given })
  const wanted = withColumns(first.mapping, options.columns ?? {}, (column) =>
    proposedType(column, first.looks[column]),
  )
  const isEdited = Object.keys(options.columns ?? {}).length > 0
  const prepared = isEdited ? await prepareFile({ ...base, mapping: wanted.mapping }) : first
  await first.dispose()
  await prepared.dispose()
  const typed =
    prepared.recipe === undefined
      ? undefined
      : await typeSample({
          analytics: handle.analytics,
          recipe: prepared.recipe,
          detection: prepared.detection,
          catalogue,
          timeZone,
          now: options.now,
          sample: prepared.sample,
          limit: TYPED_ROWS,
        })
  const issues = parsed.ok ? prepared.issues : [...parsed.issues, ...prepared.issues]
  return {
    wire: toWire(prepared, typed, { ...options, catalogue, issues }),
    mapping: prepared.mapping,
    proposals: [...first.proposals, ...wanted.proposals],
    prepared,
  }
}

function savedFor({ folder, fileName, path, as }: PreviewOptions): Mapping | undefined {
  if (folder === undefined) return undefined
  const { mappings } = readMappings(join(folder, 'mappings'))
  return mappingsFor(mappings, fileName ?? path, as)[0]?.mapping
}

const place = (p: Proposal): string =>
  `new-${p.on === 'product' ? 'property' : p.on}:${p.property.name}`

function toWire(
  prepared: Prepared,
  typed: TypedSample | undefined,
  given: PreviewOptions & {
    readonly catalogue: Handle['programme']['catalogue']
    readonly issues: readonly Issue[]
  },
): Omit<PreviewWire, 'uploadId'> {
  const { locale } = given
  const { detection, mapping, sample, looks, proposals } = prepared
  const proposed = new Map(proposals.map((p) => [p.column, p]))
  return {
    file: prepared.fileName,
    bytes: statSync(prepared.original).size,
    detection: detection.findings.map((f) => ({
      aspect: f.aspect,
      value: f.value,
      evidence: intakeWords(f.evidence.code, f.evidence.params, locale) ?? f.evidence.code,
      certain: f.certain,
    })),
    mapping: printMapping(mapping),
    target: mapping.kind === 'events' ? (mapping.event ?? '') : mapping.kind,
    columns: detection.columns.map((column, n) => {
      const look = looks[column]
      const to = targetOf(mapping, column)
      const proposal = to === 'ignore' ? proposed.get(column) : undefined
      return {
        column,
        type: look?.kind ?? 'text',
        samples: distinctTexts(sample.rows.map((row) => row[n] ?? '')),
        to: proposal === undefined ? to : place(proposal),
        certain: proposal === undefined,
      }
    }),
    choices: targetChoices(mapping, given.catalogue),
    questions: prepared.questions.map((q) => ({
      code: q.code,
      message: questionWords(q, locale),
      option: q.option,
      answers: q.answers.map((answer) => ({ value: answer, label: answer })),
    })),
    sample: {
      header: typed?.header ?? sample.columns,
      rows: (
        typed?.rows.filter((r) => r.reason === undefined).map((r) => r.cells) ?? sample.rows
      ).slice(0, SHOWN_ROWS),
    },
    rejects: rejectsOf(prepared, typed, locale),
    issues: given.issues.map((issue) => issueWire(issue, locale)),
  }
}

function distinctTexts(texts: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const text of texts) {
    if (text.trim() !== '') found.add(text)
    if (found.size >= SHOWN_TEXTS) break
  }
  return [...found]
}

function rejectsOf(
  { sample }: Prepared,
  typed: TypedSample | undefined,
  locale: Locale,
): PreviewWire['rejects'] {
  const flawed = sample.flaws.map(({ line, code, raw }) => ({
    line,
    column: '',
    reason: reasonWords({ code, params: {} }, locale),
    raw,
  }))
  const unfit = (typed?.rows ?? []).flatMap(({ reason, line, row }) =>
    reason === undefined
      ? []
      : [
          {
            line,
            column: reason.column,
            reason: reasonWords(reason, locale),
            raw: (sample.rows[row] ?? []).join(' | '),
          },
        ],
  )
  return [...flawed, ...unfit].toSorted((a, b) => a.line - b.line).slice(0, SHOWN_ROWS)
}
