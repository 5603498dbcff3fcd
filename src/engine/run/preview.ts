/** Looks into a file before it is loaded: what it is, how it will be read, what must be asked. */
import { join } from 'node:path'
import type { Locale } from '../../core/base/index.ts'
import type { ValueType } from '../../core/catalog/index.ts'
import type { PreviewRequest, PreviewWire } from '../../core/contract/index.ts'
import {
  intakeWords,
  mappingsFor,
  prepareFile,
  printMapping,
  questionWords,
  readMappings,
  type ColumnLook,
  type Mapping,
  type Prepared,
} from '../intake/index.ts'
import { newTarget, targetOf, targetsFor, withTarget } from './column-target.ts'
import { extendProgrammeFile, type Addition } from './extend-catalogue.ts'
import { mappingOf } from './imports.ts'
import type { OpenProgramme } from './open.ts'
import { findUpload, saveUpload, type Upload } from './upload.ts'
import { issueWire } from './wire.ts'

/** Rows and values shown; the file may have millions. */
const ROWS_SHOWN = 20
const SAMPLES_SHOWN = 3

/** Stores a file that is being sent and looks into it. */
export async function receiveUpload(
  programme: OpenProgramme,
  given: {
    readonly name: string
    readonly body: AsyncIterable<Uint8Array>
    readonly locale: Locale
  },
): Promise<PreviewWire> {
  const upload = await saveUpload(programme, given)
  const { programme: head } = await programme.current()
  const saved = readMappings(join(programme.folder, 'mappings')).mappings
  const [fitting] = mappingsFor(saved, upload.name, undefined)
  const prepared = await prepareFile({
    path: upload.path,
    catalogue: head.catalogue,
    mapping: fitting?.mapping,
    overrides: {},
  })
  return previewWire(upload, prepared, given.locale)
}

/** The same upload under an edited mapping. Columns that ask for a new trait or property write it into tessera.yaml. */
export async function previewUpload(
  programme: OpenProgramme,
  request: PreviewRequest & { readonly id: string; readonly locale: Locale },
): Promise<PreviewWire> {
  const upload = findUpload(programme, request.id)
  const columns = Object.entries(request.columns ?? {})
  let mapping: Mapping | undefined = mappingOf(request.mapping)
  const overrides = request.answers ?? {}
  const looks = columns.some(([, to]) => newTarget(to) !== undefined)
    ? (await look(programme, upload, mapping)).looks
    : {}
  extendProgrammeFile(programme.folder, additionsOf(columns, mapping, looks))
  for (const [column, to] of columns) mapping = withTarget(mapping, column, to)
  const { programme: head } = await programme.current()
  // Another kind of rows is another mapping: the old one is forgotten and guessed anew.
  const kept = overrides['as'] === undefined ? mapping : undefined
  const prepared = await prepareFile({
    path: upload.path,
    catalogue: head.catalogue,
    mapping: kept,
    overrides,
  })
  return previewWire(upload, prepared, request.locale)
}

async function look(programme: OpenProgramme, upload: Upload, mapping: Mapping): Promise<Prepared> {
  const { catalogue } = (await programme.current()).programme
  return await prepareFile({ path: upload.path, catalogue, mapping, overrides: {} })
}

function additionsOf(
  columns: readonly (readonly [string, string])[],
  mapping: Mapping,
  looks: Readonly<Record<string, ColumnLook>>,
): readonly Addition[] {
  return columns.flatMap(([column, to]) => {
    const target = newTarget(to)
    if (target === undefined) return []
    return [{ ...target, event: mapping.event, type: typeOf(looks[column]) }]
  })
}

function typeOf(look: ColumnLook | undefined): ValueType {
  switch (look?.kind) {
    case 'whole':
    case 'number':
      return 'number'
    case 'boolean':
    case 'date':
    case 'instant':
    case 'list':
      return look.kind
    default:
      return 'text'
  }
}

function previewWire(upload: Upload, prepared: Prepared, locale: Locale): PreviewWire {
  const { detection, mapping, sample } = prepared
  const uncertain = new Set(
    prepared.questions.map((question) => question.params['column']).filter(Boolean),
  )
  return {
    uploadId: upload.id,
    file: upload.name,
    bytes: upload.bytes,
    detection: detection.findings.map((finding) => ({
      aspect: finding.aspect,
      value: finding.value,
      evidence: intakeWords(finding.evidence.code, finding.evidence.params, locale) ?? '',
      certain: finding.certain,
    })),
    mapping: printMapping(mapping),
    target: mapping.kind === 'events' ? (mapping.event ?? '') : mapping.kind,
    columns: sample.columns.map((column, i) => ({
      column,
      type: typeOf(prepared.looks[column]),
      samples: samplesOf(sample.rows, i),
      to: targetOf(mapping, column),
      certain: !uncertain.has(column),
    })),
    choices: targetsFor(mapping, prepared.catalogue),
    questions: prepared.questions.map((question) => ({
      code: question.code,
      message: questionWords(question, locale),
      option: question.option,
      answers: question.answers.map((value) => ({ value, label: value })),
    })),
    sample: { header: sample.columns, rows: sample.rows.slice(0, ROWS_SHOWN) },
    rejects: [],
    issues: prepared.issues.map((issue) => issueWire(issue, locale)),
  }
}

/** A few different values that are not empty. */
function samplesOf(rows: readonly (readonly string[])[], column: number): readonly string[] {
  const found = new Set<string>()
  for (const row of rows) {
    const text = (row[column] ?? '').trim()
    if (text !== '') found.add(text.slice(0, 80))
    if (found.size === SAMPLES_SHOWN) break
  }
  return [...found]
}
