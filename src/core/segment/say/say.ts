/** A definition as a plain sentence in one of four languages: generated, never typed. */
import type { Locale, Window } from '../../base/index.ts'
import type { Catalogue } from '../../catalog/index.ts'
import { parseExpression } from '../syntax/parse.ts'
import type { Condition, Definition, Expression } from '../tree.ts'
import { isCondition, walk, type TreeNode } from '../walk.ts'
import { sayCondition, saySentence, sayShortSentence } from './condition.ts'
import { voiceOf, type Speaker } from './speaker.ts'
import { sayValue, sayWindow } from './value.ts'

/** Language and labels of a sentence. */
export interface SayOptions {
  readonly locale: Locale
  /** Labels of traits, events, properties and categories. */
  readonly catalogue: Catalogue
  /** Names of segments by key; the key itself is said where there is none. */
  readonly segmentNames?: Readonly<Record<string, string>>
  /** The programme's measures (name -> text), so that what they mean is said after the sentence. */
  readonly measures?: Readonly<Record<string, string>>
  /** Zone in which instants are written; UTC when absent. */
  readonly timeZone?: string
  /** For a condition out of a filter: whose properties its names are. */
  readonly event?: string
  readonly element?: string
  /** `short` is for lists: the condition alone, with no opening, no measures, no zone and no full stop. */
  readonly form?: 'full' | 'short'
}

/** Who says things with these options. */
export function speaker(
  options: SayOptions,
  timeZone: string = options.timeZone ?? 'UTC',
): Speaker {
  const { locale, catalogue, segmentNames = {}, event, element } = options
  return {
    locale,
    voice: voiceOf(locale),
    catalogue,
    segmentNames,
    timeZone,
    sayCondition,
    ...(event === undefined ? {} : { event }),
    ...(element === undefined ? {} : { element }),
  }
}

/** The whole definition: a sentence, then one for each measure that it uses, and its zone if it names one. */
export function say(definition: Definition, options: SayOptions): string {
  const s = speaker(options, definition.timeZone ?? options.timeZone ?? 'UTC')
  if (options.form === 'short') return capital(sayShortSentence(s, definition.condition), s.locale)
  const parts = [saySentence(s, definition.condition)]
  for (const [name, value] of usedMeasures(definition, options.measures ?? {})) {
    parts.push(s.voice.means(s.voice.quote(name), sayValue(s, value)))
  }
  if (definition.timeZone !== undefined) parts.push(s.voice.zone(definition.timeZone))
  return parts.join(' ')
}

/** One condition or value of a definition, as a phrase without a full stop. */
export function sayNode(node: Condition | Expression, options: SayOptions): string {
  const s = speaker(options)
  return isCondition(node) ? sayCondition(s, node) : sayValue(s, node)
}

/** A window as an adverb: "in the last 30 days". */
export function sayWindowIn(window: Window, options: SayOptions): string {
  return sayWindow(speaker(options), window)
}

/** A line of a list begins with a capital where it begins with a plain word; a name keeps its own letters. */
function capital(text: string, locale: Locale): string {
  return /^\p{Ll}+(?=[ ’])/u.test(text)
    ? text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
    : text
}

/** Measures in the order of their first use, those used by measures included; each once. */
function usedMeasures(
  definition: Definition,
  programme: Readonly<Record<string, string>>,
): ReadonlyMap<string, Expression> {
  const used = new Map<string, Expression>()
  const open: TreeNode[] = [definition.condition]
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    for (const part of walk(node)) {
      if (!('kind' in part) || (part.kind !== 'named' && part.kind !== 'trait')) continue
      const { name } = part
      const value =
        definition.measures.find((m) => m.name === name)?.value ?? programmeMeasure(name, programme)
      if (value === undefined || used.has(name)) continue
      used.set(name, value)
      open.push(value)
    }
  }
  return used
}

function programmeMeasure(
  name: string,
  programme: Readonly<Record<string, string>>,
): Expression | undefined {
  const text = Object.hasOwn(programme, name) ? programme[name] : undefined
  const parsed =
    text === undefined ? undefined : parseExpression(text, { measures: Object.keys(programme) })
  return parsed?.ok === true ? parsed.value.expression : undefined
}
