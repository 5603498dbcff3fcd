/** The verbs on ready segments: list them, show one with its count, make a draft of one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, LOCALES, nearest, type Locale } from '../../../core/base/index.ts'
import { printSegmentFile, type Purpose } from '../../../core/catalog/index.ts'
import type {
  TemplateShownWire,
  TemplateUsedWire,
  TemplateWire,
  UseTemplateRequest,
} from '../../../core/contract/index.ts'
import {
  meaningOf,
  TEMPLATES,
  templateWithKey,
  type Template,
  type TemplateGroup,
} from '../../../core/template/index.ts'
import { countDefinition } from '../door/verbs.ts'
import type { Current, OpenProgramme } from '../open.ts'
import { SEGMENTS_FOLDER } from '../programme/folder.ts'
import { writeWhole } from '../programme/segments.ts'
import { markOf } from './mark.ts'
import { prepare, type Around, type Typed } from './prepared.ts'
import { rhythmNow } from './rhythm.ts'

/** How one is shown. */
export interface ShowTemplate {
  readonly key: string
  readonly parameters?: Typed
  readonly locale: Locale
  readonly asOf?: string
  readonly approximate?: boolean
  readonly signal?: AbortSignal
}

/** All templates in the order of the gallery, those that fit and those that do not. Cost: see `rhythmNow`. */
export async function listTemplates(
  programme: OpenProgramme,
  locale: Locale,
): Promise<readonly TemplateWire[]> {
  const around = await aroundOf(await programme.current(), locale)
  return TEMPLATES.map((template) => prepare(template, around))
}

/** One template with its count. Throws `run/template-unknown`, `run/template-parameter`. */
export async function showTemplate(
  programme: OpenProgramme,
  asked: ShowTemplate,
): Promise<TemplateShownWire> {
  const { locale, asOf, approximate, signal } = asked
  const template = find(asked.key)
  const around = await aroundOf(await programme.current(), locale)
  const shown = prepare(template, around, asked.parameters)
  if (shown.definition === null) return { ...shown, count: null }
  const count = await countDefinition(
    programme,
    {
      definition: shown.definition,
      ...(asOf === undefined ? {} : { asOf }),
      ...(approximate === true ? { approximate } : {}),
    },
    { locale, ...(signal === undefined ? {} : { signal }) },
  )
  return { ...shown, count }
}

const KEY = /^[a-z][a-z0-9_-]{0,59}$/

/**
 * Writes a draft made from a template. Throws `run/template-unknown`, `run/template-parameter`, `run/template-unfit`,
 * `run/template-taken` with a key that is free, `run/segment-key`.
 */
export async function applyTemplate(
  programme: OpenProgramme,
  asked: UseTemplateRequest & { readonly key: string; readonly locale: Locale },
): Promise<TemplateUsedWire> {
  const template = find(asked.key)
  const current = await programme.current()
  const around = await aroundOf(current, asked.locale)
  const made = prepare(template, around, asked.parameters)
  if (made.definition === null) throw unfit(made)
  const key = asked.as ?? template.key
  if (!KEY.test(key)) throw new Failure('not a key', { code: 'run/segment-key', params: { key } })
  const file = `${SEGMENTS_FOLDER}/${key}.yaml`
  if (isTaken(current, key)) {
    const free = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${key.slice(0, 57)}-${n}`)
    throw new Failure('there is such a segment', {
      code: 'run/template-taken',
      params: { segment: key, free: free.find((one) => !isTaken(current, one)) ?? `${key}-x` },
    })
  }
  const notes = made.parameters.map((p) => {
    const isOwn = p.value !== p.default
    return `${p.name} = ${String(p.value)}${isOwn ? ` (${String(p.default)}: ${p.basis})` : `: ${p.basis}`}`
  })
  const body = printSegmentFile({
    name: made.name,
    // Whoever finds the file later wants to know what it is for, too.
    why: Object.fromEntries(
      LOCALES.map((locale) => [
        locale,
        `${made.why[locale] ?? ''} ${made.use[locale] ?? ''}`.trim(),
      ]),
    ),
    purpose: PURPOSE[template.group] ?? 'programme',
    status: 'draft',
    definition: made.definition,
  })
  writeWhole(join(current.files.folder, file), markOf(template.key, notes) + body)
  const { definition, sentence } = made
  return { template: template.key, segment: key, file, definition, sentence }
}

/** What messages are made of is marketing; the rest serves the programme itself. */
const PURPOSE: Readonly<Partial<Record<TemplateGroup, Purpose>>> = {
  risk: 'marketing',
  growth: 'marketing',
  email: 'marketing',
  acquisition: 'marketing',
  season: 'marketing',
}

async function aroundOf(current: Current, locale: Locale): Promise<Around> {
  const meaning = meaningOf(current.programme.catalogue)
  return { current, meaning, rhythm: await rhythmNow(current, meaning), locale }
}

function find(key: string): Template {
  const template = templateWithKey(key)
  if (template !== undefined) return template
  const near = nearest(
    key,
    TEMPLATES.map((t) => t.key),
  )
  throw new Failure('no such template', {
    code: 'run/template-unknown',
    params: { template: key, near: near === undefined ? '' : `→ "${near}"` },
  })
}

function unfit({ key, missing, parameters }: TemplateWire): Failure {
  const open = parameters.filter((p) => p.value === null).map((p) => `${p.label} (${p.name})`)
  return new Failure('it does not fit', {
    code: 'run/template-unfit',
    params: { template: key, missing: [...missing, ...open].join('; ') },
  })
}

function isTaken({ files }: Current, key: string): boolean {
  const isKnown = files.segments.some((segment) => segment.key === key)
  const names = [`${key}.yaml`, `${key}.yml`]
  return isKnown || names.some((name) => existsSync(join(files.folder, SEGMENTS_FOLDER, name)))
}
