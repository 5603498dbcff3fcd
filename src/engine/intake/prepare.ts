/** From a file on disk to a recipe, or to what must be asked or mended first. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Issue } from '../../core/base/index.ts'
import type { Catalogue } from '../../core/catalog/index.ts'
import { detectFile } from './detect/detect.ts'
import type { Detection, Question, Sample } from './detect/detection.ts'
import type { ColumnLook } from './detect/values.ts'
import { usedColumns, type FormatOverrides, type Mapping } from './mapping/mapping.ts'
import { applyOverrides, formatOf, type Overrides } from './mapping/override.ts'
import { parseMapping } from './mapping/parse.ts'
import { acceptProposals, extendCatalogue, leftBy } from './mapping/propose.ts'
import type { Proposal } from './mapping/assign.ts'
import {
  askRefunds,
  NO_REFUNDS,
  proposeRefund,
  REFUNDS_OPTION,
  withRefunds,
} from './mapping/refunds.ts'
import { suggestMapping, type Suggestion } from './mapping/suggest.ts'
import { checkContents } from './read/contents.ts'
import { asText } from './read/parquet.ts'
import { toRecipe, type Recipe } from './stage/recipe.ts'

export interface PrepareOptions {
  readonly path: string
  /** The name the file was given by its owner, when `path` is a temporary one. */
  readonly fileName?: string | undefined
  readonly catalogue: Catalogue
  /** Used as it is; absent: guessed. */
  readonly mapping?: Mapping | undefined
  readonly overrides: Overrides
  /** Takes traits and properties that the catalogue lacks into it: the result's catalogue has them. */
  readonly acceptNew?: boolean
}

/** A file with everything known about it. `recipe` is absent while questions are open or issues stand. */
export interface Prepared {
  /** The text that is read: the file itself, or what a Parquet file was turned into. */
  readonly path: string
  /** The file as it was given. */
  readonly original: string
  /** Removes what was made for reading; call it when the file is no longer needed. */
  dispose(): Promise<void>
  readonly fileName: string
  readonly detection: Detection
  readonly sample: Sample
  readonly mapping: Mapping
  readonly isGuessed: boolean
  readonly looks: Readonly<Record<string, ColumnLook>>
  readonly proposals: readonly Proposal[]
  readonly catalogue: Catalogue
  readonly questions: readonly Question[]
  readonly issues: readonly Issue[]
  readonly recipe: Recipe | undefined
}

/** Detects, maps and binds one file. Issues and questions are values; an unreadable file is thrown. */
export async function prepareFile(options: PrepareOptions): Promise<Prepared> {
  const { overrides } = options
  const fileName = options.fileName ?? basename(options.path)
  await checkContents(options.path, fileName)
  const text = await asText(options.path)
  const { path } = text
  const given = formatOf(overrides)
  const own: FormatOverrides = given.ok ? given.value : {}
  const format = { ...options.mapping?.format, ...own }
  const detected = await detectFile(path, format)
  const clear = overrides['clear'] ?? options.mapping?.clear
  const missing = detected.detection.missing.filter((mark) => mark !== clear)
  const detection = { ...detected.detection, missing }
  const { sample } = detected
  const as = overrides['as']
  const guess = suggestMapping({
    file: fileName,
    detection,
    sample,
    catalogue: options.catalogue,
    as,
  })
  const isGuessed = options.mapping === undefined
  const drawn = isGuessed ? draw(guess, options) : undefined
  const catalogue = drawn?.catalogue ?? options.catalogue
  const base = options.mapping ?? drawn?.mapping ?? guess.mapping
  const mapping = applyOverrides({ ...base, format: { ...base.format, ...own } }, overrides)
  const questions = openQuestions(detected.questions, drawn?.questions ?? [], mapping, overrides)
  const bound = toRecipe(mapping, catalogue, detection.columns)
  const formatIssues = given.ok ? [] : given.issues
  // A role that is asked about is not an error besides.
  const issues = [...formatIssues, ...bound.issues.filter((i) => !isAsked(i, questions))]
  return {
    path,
    original: options.path,
    dispose: () => text.dispose(),
    fileName,
    detection,
    sample,
    mapping,
    isGuessed,
    looks: guess.looks,
    proposals: isGuessed ? guess.proposals : [],
    catalogue,
    questions,
    issues: [...issues, ...(drawn?.notes ?? [])],
    recipe: bound.ok && issues.length === 0 && questions.length === 0 ? bound.value : undefined,
  }
}

/** A guessed mapping, with what init takes from the data on its own word and tells. */
interface Drawn {
  readonly mapping: Mapping
  readonly catalogue: Catalogue
  readonly questions: readonly Question[]
  readonly notes: readonly Issue[]
}

function draw(guess: Suggestion, options: PrepareOptions): Drawn {
  const { overrides, acceptNew = false } = options
  const { refunds, questions } = guess
  const proposals = leftBy(guess.proposals, overrides)
  const accepted = acceptNew ? acceptProposals(guess.mapping, proposals) : guess.mapping
  const catalogue = acceptNew ? extendCatalogue(options.catalogue, proposals) : options.catalogue
  const plain = { mapping: accepted, catalogue, questions, notes: [] }
  const answer = overrides[REFUNDS_OPTION] ?? (acceptNew ? refunds?.prefix : undefined)
  if (refunds === undefined || answer === NO_REFUNDS) return plain
  if (answer === undefined) return { ...plain, questions: [...questions, askRefunds(refunds)] }
  const mapping = withRefunds(accepted, answer, refunds)
  const wanted = acceptNew ? proposeRefund(catalogue, mapping.event ?? '') : []
  const isSaid = REFUNDS_OPTION in overrides
  const note: Issue = { code: 'intake/took-refunds', severity: 'warning', params: { ...refunds } }
  return {
    mapping,
    catalogue: extendCatalogue(catalogue, wanted),
    questions,
    notes: isSaid ? [] : [note],
  }
}

function isAsked(issue: Issue, questions: readonly Question[]): boolean {
  if (questions.some((q) => q.code === 'intake/ask-kind')) return true
  return (
    issue.code === 'intake/missing-role' && questions.some((q) => q.option === issue.params['role'])
  )
}

/** Questions about columns that nobody reads are not asked. */
function openQuestions(
  format: readonly Question[],
  roles: readonly Question[],
  mapping: Mapping,
  overrides: Overrides,
): readonly Question[] {
  const used = usedColumns(mapping)
  const concerns = (q: Question): boolean => {
    if (q.code === 'intake/ask-missing' && q.params['mark'] === mapping.clear) return false
    const column = q.params['column']
    return typeof column !== 'string' || column === '' || used.includes(column)
  }
  return [...format.filter(concerns), ...roles].filter((q) => !(q.option in overrides))
}

/** A mapping saved in the programme's folder. */
export interface SavedMapping {
  readonly file: string
  readonly mapping: Mapping
}

/** Every mapping of a folder; issues of those that cannot be read. */
export function readMappings(folder: string): {
  readonly mappings: readonly SavedMapping[]
  readonly issues: readonly Issue[]
} {
  if (!existsSync(folder)) return { mappings: [], issues: [] }
  const mappings: SavedMapping[] = []
  const issues: Issue[] = []
  for (const name of readdirSync(folder).toSorted()) {
    if (!/\.ya?ml$/.test(name)) continue
    const file = join(folder, name)
    const read = parseMapping(readFileSync(file, 'utf8'), file)
    issues.push(...read.issues)
    if (read.ok) mappings.push({ file, mapping: read.value })
  }
  return { mappings, issues }
}

/** The saved mappings meant for a file: those whose pattern fits its name and, if said, its target. */
export function mappingsFor(
  saved: readonly SavedMapping[],
  fileName: string,
  as: string | undefined,
): readonly SavedMapping[] {
  return saved.filter(({ mapping }) => {
    const fits = mapping.files.some((pattern) => matches(pattern, basename(fileName)))
    return fits && (as === undefined || isTarget(mapping, as))
  })
}

function isTarget(mapping: Mapping, as: string): boolean {
  if (as === 'customers' || as === 'products') return mapping.kind === as
  return mapping.kind === 'events' && (as === 'orders' || mapping.event === as)
}

const bare = (text: string): string => text.replace(/\.(gz|zst|zstd)$/i, '')

/** `*` is any text; endings of compression do not matter. */
function matches(pattern: string, name: string): boolean {
  const parts = bare(pattern)
    .split('*')
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`))
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(bare(name))
}
