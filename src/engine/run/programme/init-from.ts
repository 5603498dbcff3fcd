/** Draws a catalogue and mappings from data files: what `init --from` writes, to be read and corrected. */
import { existsSync } from 'node:fs'
import { Failure, type Issue, type Locale, type LocalText } from '../../../core/base/index.ts'
import {
  labelOf,
  TRAIT_ROLES,
  type Catalogue,
  type Programme,
  type Trait,
  type TraitRole,
} from '../../../core/catalog/index.ts'
import { prepareFile, printMapping, type Prepared } from '../../intake/index.ts'
import { readOverrides } from '../load.ts'
import { Refusal } from '../refusal.ts'
import { proposeCounts } from './propose-counts.ts'

const EMPTY: Catalogue = { traits: {}, events: {}, trees: {}, products: {} }

/** A programme as the files suggest it. */
export interface DrawnProgramme {
  readonly programme: Programme
  /** Text of each mapping, by name. */
  readonly mappings: Readonly<Record<string, string>>
  /** What a person must still decide; the questions are asked again at the first load. */
  readonly issues: readonly Issue[]
}

/** The files, and what a person says of them. */
interface DrawOptions {
  readonly files: readonly string[]
  readonly locale: Locale
  readonly as?: string
  readonly map?: readonly string[]
}

/** Every file adds what it holds. Throws `run/file-missing`, and a Refusal for a file of unknown kind. Cost: a sample of each file is read. */
export async function programmeFromFiles(
  head: Pick<Programme, 'id' | 'name' | 'timeZone' | 'currency'>,
  { files, locale, ...said }: DrawOptions,
): Promise<DrawnProgramme> {
  const overrides = readOverrides(said)
  let catalogue = EMPTY
  const mappings: Record<string, string> = {}
  const issues: Issue[] = []
  for (const path of files) {
    if (!existsSync(path)) {
      throw new Failure('no such file', { code: 'run/file-missing', params: { file: path } })
    }
    const read = await prepareFile({ path, catalogue, overrides, acceptNew: true })
    // Only the sample was needed.
    await read.dispose()
    if (read.questions.some((q) => q.code === 'intake/ask-kind')) throw unknownKind(read)
    const proposed = proposeCounts(read.catalogue, read)
    catalogue = proposed.catalogue
    // A mapping with an open question is not saved: the load asks, and saves the answer.
    if (read.questions.length === 0) mappings[read.mapping.name] = printMapping(read.mapping)
    issues.push(
      ...read.questions.map((question): Issue => ({
        code: question.code,
        severity: 'warning',
        params: { ...question.params, option: question.option, answers: question.answers },
        at: { kind: 'file', file: read.fileName },
      })),
      ...read.issues,
      ...proposed.issues,
    )
  }
  return {
    programme: { ...head, locales: [locale], catalogue: finish(catalogue), measures: {} },
    mappings,
    issues,
  }
}

/** Without its kind a file says nothing of the catalogue. */
function unknownKind({ questions, fileName }: Prepared): Refusal {
  const issues = questions
    .filter((question) => question.code === 'intake/ask-kind')
    .map(({ code, params, option, answers }): Issue => ({
      code,
      severity: 'error',
      params: { ...params, option, answers },
      at: { kind: 'file', file: fileName },
    }))
  const params = { count: issues.length }
  return new Refusal('a file of unknown kind', { code: 'intake/not-ready', params }, { issues })
}

/** Names that mean a role whatever the data; the first trait with one of them takes it. */
const ROLE_NAMES: Readonly<Partial<Record<TraitRole, readonly string[]>>> = {
  'birth-date': ['birth_date', 'birthdate', 'birthday', 'date_of_birth', 'dob'],
  joined: [
    'joined',
    'joined_at',
    'joined_on',
    'signup_date',
    'enrollment_date',
    'member_since',
    'customer_since',
  ],
  country: ['country'],
  region: ['region', 'state', 'province'],
  city: ['city', 'town'],
  email: ['email', 'e_mail'],
  gender: ['gender', 'sex'],
  language: ['language', 'locale'],
  income: ['income', 'yearly_income', 'annual_income', 'salary', 'renda', 'ingresos', 'revenus'],
}

interface Labelled {
  readonly name: string
  readonly label: LocalText
}

function labelled<T extends Labelled>(thing: T): T {
  return Object.keys(thing.label).length > 0 ? thing : { ...thing, label: labelOf(thing.name) }
}

function all<T extends Labelled>(things: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, labelled(thing)]))
}

/** Every name gets a label to correct, and well-known traits their role. */
function finish(catalogue: Catalogue): Catalogue {
  return {
    ...catalogue,
    traits: Object.fromEntries(
      Object.values(all(catalogue.traits)).map((trait) => [trait.name, withRole(trait)]),
    ),
    events: Object.fromEntries(
      Object.values(all(catalogue.events)).map((event) => [
        event.name,
        {
          ...event,
          properties: all(event.properties),
          elements: Object.fromEntries(
            Object.values(all(event.elements)).map((element) => [
              element.name,
              { ...element, properties: all(element.properties) },
            ]),
          ),
        },
      ]),
    ),
    products: all(catalogue.products),
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['number', 'money'])
const DATE_ROLES: ReadonlySet<string> = new Set(['birth-date', 'joined'])

function withRole(trait: Trait): Trait {
  const fits = (role: string): boolean =>
    DATE_ROLES.has(role)
      ? trait.type === 'date' || trait.type === 'instant'
      : trait.type === 'text' || (role === 'income' && NUMBERS.has(trait.type))
  const role = TRAIT_ROLES.find(
    (one) => ROLE_NAMES[one]?.includes(trait.name) === true && fits(one),
  )
  return trait.role !== undefined || role === undefined ? trait : { ...trait, role }
}
