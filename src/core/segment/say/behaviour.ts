/** Conditions about order, rhythm, rank, lists and consent as clauses. */
import type { Window } from '../../base/index.ts'
import type { Condition, Source, Span } from '../tree.ts'
import { nounOf, number, percent, span, wordOf, type Speaker } from './speaker.ts'
import { inside, saySource, sayValue, sayWindow } from './value.ts'

type Of<Kind extends Condition['kind']> = Extract<Condition, { kind: Kind }>

/** What this file can say. */
export type Behaviour =
  | Of<'inList'>
  | Of<'consent'>
  | Of<'rank'>
  | Of<'sequence'>
  | Of<'anniversary'>
  | Of<'regular'>
  | Of<'stopped'>
  | Of<'restarted'>

/** One of these conditions as a clause without parentheses around it. */
export function sayBehaviour(s: Speaker, node: Behaviour): string {
  switch (node.kind) {
    case 'inList':
      return s.voice.inList(s.voice.quote(node.list))
    case 'consent':
      return s.voice.consent(...consentWords(s, node))
    case 'rank':
      return sayRank(s, node)
    case 'sequence':
      return saySequence(s, node)
    case 'anniversary':
      return sayAnniversary(s, node)
    case 'regular': {
      const { source, count, of, unit } = node
      const what = saySource(s, source, nounOf(s, source.event, source.element).other)
      return s.voice.regular(what, number(s, count), number(s, of), unit)
    }
    case 'stopped':
    case 'restarted':
      return sayPause(s, node)
  }
}

/** Channel and purpose of a consent, in everyday words where there are some. */
export function consentWords(
  s: Speaker,
  node: Pick<Of<'consent'>, 'channel' | 'purpose'>,
): [channel: string, purpose: string] {
  return [wordOf(s, s.voice.channels, node.channel), wordOf(s, s.voice.purposes, node.purpose)]
}

function sayRank(s: Speaker, { value, band }: Of<'rank'>): string {
  const { voice } = s
  const what = sayValue(s, value)
  if (band.kind === 'quantile') {
    const [from, to] = [number(s, band.from), number(s, band.to)]
    return from === to
      ? voice.rankPart(what, band.parts, from)
      : voice.rankParts(what, band.parts, from, to)
  }
  const count = band.of === 'percent' ? percent(s, band.count) : number(s, band.count)
  return voice[band.kind === 'top' ? 'rankTop' : 'rankBottom'](what, count)
}

function saySequence(s: Speaker, node: Of<'sequence'>): string {
  const { voice } = s
  const first = node.window === undefined ? node.first : { ...node.first, window: node.window }
  const steps = node.steps.map(({ source, within, negated }) => {
    const what = negated ? noun(s, source).none : one(s, source)
    if (within === undefined) return voice.followedBy(saySource(s, source, what))
    const time = voice[negated ? 'duringSpan' : 'withinSpan'](span(s, within))
    return voice.followedBy(saySource(s, source, `${what} ${time}`))
  })
  return voice.sequence([saySource(s, first, one(s, first)), ...steps].join(voice.semicolon))
}

function noun(s: Speaker, source: Source): ReturnType<typeof nounOf> {
  return nounOf(s, source.event, source.element)
}

/** "1 purchase" */
function one(s: Speaker, source: Source): string {
  return `${number(s, 1)} ${noun(s, source).one}`
}

function sayAnniversary(s: Speaker, node: Of<'anniversary'>): string {
  const { voice } = s
  const what = node.of === undefined ? voice.birthday : voice.anniversary(sayValue(s, node.of))
  if (node.days === 1) return voice.falls(what, voice.current.day)
  const days = number(s, node.days)
  return voice.falls(what, voice[node.direction === 'next' ? 'nextDays' : 'calendarDays'](days))
}

/** "no purchase in the last 90 days, but at least 1 purchase between 180 and 90 days ago"; the filter is said once. */
function sayPause(s: Speaker, node: Of<'stopped'> | Of<'restarted'>): string {
  const { voice } = s
  const { source } = node
  const [recent, earlier] = stretches(node.duration)
  const some = voice.counted['>='](one(s, source))
  const { none } = noun(s, source)
  const parts =
    node.kind === 'stopped'
      ? [`${none} ${sayWindow(s, recent)}`, `${some} ${sayWindow(s, earlier)}`]
      : [`${some} ${sayWindow(s, recent)}`, `${none} ${sayWindow(s, earlier)}`]
  const before = node.kind === 'restarted' ? `${voice.and}${some} ${voice.beforeThat}` : ''
  const said = parts.join(voice.but) + before
  if (source.where === undefined) return said
  return voice.where(said, s.sayCondition(inside(s, source), source.where))
}

/** The last so many days, and as many before them. */
function stretches({ count, unit }: Span): readonly [Window, Window] {
  return [
    { kind: 'rolling', count, unit },
    { kind: 'ago', far: 2 * count, near: count, unit },
  ]
}
