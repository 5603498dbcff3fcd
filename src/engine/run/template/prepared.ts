/** A template on a programme: what it lacks, its parameters with values, its text and sentence. */
import { Failure, LOCALES, type Locale, type LocalText } from '../../../core/base/index.ts'
import type { TemplateParameterWire, TemplateWire } from '../../../core/contract/index.ts'
import { check } from '../../../core/segment/index.ts'
import {
  basisWords,
  composeDefinition,
  defaultOf,
  GROUP_WORDS,
  missingOf,
  PARAMETER_WORDS,
  readParameter,
  SLOT_WORDS,
  type Basis,
  type Default,
  type Meaning,
  type Parameter,
  type ParameterValue,
  type Rhythm,
  type Template,
} from '../../../core/template/index.ts'
import type { Current } from '../open.ts'
import { bindContextOf } from '../programme/bind-context.ts'
import { sayDefinition, sayOptions } from '../programme/sentence.ts'
import { instantText } from '../time.ts'
import { issueWire } from '../wire.ts'
import { templateOf } from './mark.ts'

/** What templates are looked at with. */
export interface Around {
  readonly current: Current
  readonly meaning: Meaning
  readonly rhythm: Rhythm | undefined
  readonly locale: Locale
}

/** Values as they were typed, by the name of the parameter. */
export type Typed = Readonly<Record<string, string>>

/** The template with what was typed in place of defaults. Throws `run/template-parameter`. */
export function prepare(template: Template, around: Around, typed: Typed = {}): TemplateWire {
  const { current, meaning, locale } = around
  const { programme, files } = current
  const chosen = valuesTyped(template, typed, locale)
  const parameters = template.parameters.map((parameter) => {
    const start = defaultOf(parameter, {
      meaning,
      catalogue: programme.catalogue,
      ...(around.rhythm === undefined ? {} : { rhythm: around.rhythm }),
    })
    return parameterWire(parameter, { start, given: chosen.get(parameter.name), around })
  })
  const lacking = missingOf(template, meaning).map((slot) => SLOT_WORDS[slot][locale])
  const text = composeDefinition(template, {
    meaning,
    values: Object.fromEntries(
      parameters.flatMap((p) => (p.value === null ? [] : [[p.name, p.value]])),
    ),
    currency: programme.currency,
  })
  const issues = text === undefined ? [] : issuesOf(text, around)
  const definition = text === undefined || issues.length > 0 ? null : text
  const options = sayOptions(programme, files.segments, locale)
  return {
    key: template.key,
    group: template.group,
    groupLabel: GROUP_WORDS[template.group][locale],
    name: wordsOf(template, 0),
    why: wordsOf(template, 1),
    use: wordsOf(template, 2),
    fits: lacking.length === 0 && issues.length === 0,
    missing: [...new Set([...lacking, ...issues])],
    parameters,
    definition,
    sentence: definition === null ? '' : sayDefinition(definition, options),
    brief: definition === null ? '' : sayDefinition(definition, { ...options, form: 'short' }),
    usedBy: files.segments
      .filter((file) => templateOf(files.texts.get(file.origin.file) ?? '') === template.key)
      .map((file) => file.key),
  }
}

/** Reasons why the catalogue still refuses the text, in words. */
function issuesOf(text: string, { current, locale }: Around): readonly string[] {
  const context = bindContextOf(current.programme, [])
  return check(text, context)
    .issues.filter((issue) => issue.severity === 'error')
    .map((issue) => issueWire(issue, locale, new Map([['', text]])).message)
}

function valuesTyped(
  template: Template,
  typed: Typed,
  locale: Locale,
): ReadonlyMap<string, ParameterValue> {
  return new Map(
    Object.entries(typed).map(([name, text]) => {
      const parameter = template.parameters.find((p) => p.name === name)
      const value = parameter === undefined ? undefined : readParameter(parameter, text)
      if (value !== undefined) return [name, value]
      const known = template.parameters.map((p) => `${p.name} (${PARAMETER_WORDS[p.name][locale]})`)
      throw new Failure('a parameter that does not fit', {
        code: 'run/template-parameter',
        params: { template: template.key, name, value: text, known: known.join(', ') },
      })
    }),
  )
}

function parameterWire(
  parameter: Parameter,
  of: {
    readonly start: Default
    readonly given: ParameterValue | undefined
    readonly around: Around
  },
): TemplateParameterWire {
  const { start, given, around } = of
  const { locale, current, meaning } = around
  const { timeZone, currency } = current.programme
  const { kind, name } = parameter
  return {
    name,
    label: PARAMETER_WORDS[name][locale],
    kind,
    value: given ?? start.value,
    default: start.value,
    basis: basisWords(start, { locale, timeZone }),
    from: fromWire(start.basis),
    options: start.options,
    ...(kind === 'money' ? { currency: meaning.amount?.property.currency ?? currency } : {}),
  }
}

function fromWire(basis: Basis): TemplateParameterWire['from'] {
  switch (basis.kind) {
    case 'data':
    case 'top':
      return { ...basis, asOf: instantText(basis.asOf) }
    case 'constant':
      return { kind: basis.kind, statistic: basis.statistic }
    default:
      return basis
  }
}

function wordsOf(template: Template, which: 0 | 1 | 2): LocalText {
  return Object.fromEntries(LOCALES.map((locale) => [locale, template.words[locale][which]]))
}
