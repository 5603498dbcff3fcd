/** Since when a membership is what it is, until when by time alone, and what would change it: found, tried and said. */
import type { Instant } from '../../base/index.ts'
import type { BoundCondition } from '../bound.ts'
import type { ExplainedChange, ExplainedTurn, ExplainedUntil, Outlook } from '../explanation.ts'
import type { Change } from '../change/change.ts'
import { nearestChange } from '../change/nearest.ts'
import { holds, scopeOf } from '../interpret.ts'
import { sayNode } from '../say/say.ts'
import { contextAt, memberAt } from '../time/membership.ts'
import { turnAfter, turnBefore, type Asked } from '../time/turn.ts'
import { sayActs } from './act-words.ts'
import { showInstant } from './shown.ts'
import { tell, type Telling } from './telling.ts'

/** Cost: as many evaluations of one customer as something about them could have changed, back to the last turn. */
export function outlookOf(asked: Asked, telling: Telling): Outlook {
  const member = memberAt(asked.bound, asked.history, asked)
  const until = untilOf(asked, member, telling)
  return {
    since: sinceOf(asked, member, telling),
    until,
    change: changeOf(asked, member, { until, telling }),
  }
}

function turn(at: Instant, telling: Telling): { readonly at: string; readonly shown: string } {
  return { at: new Date(at).toISOString(), shown: showInstant(at, telling.reader) }
}

function sinceOf(asked: Asked, member: boolean, telling: Telling): ExplainedTurn {
  const at = turnBefore(asked)
  if (at === undefined) return { at: null, shown: '', sentence: '' }
  if (at === 'never') return { at: null, shown: '', sentence: tell(telling, 'never', {}) }
  const { shown } = turn(at, telling)
  const sentence = tell(telling, member ? 'member-since' : 'outside-since', { date: shown })
  return { ...turn(at, telling), sentence }
}

function untilOf(asked: Asked, member: boolean, telling: Telling): ExplainedUntil | null {
  const at = turnAfter(asked)
  if (at === undefined) return null
  const { shown } = turn(at, telling)
  const because = turnedAt(asked, at, telling)
    .map(({ node, truth }) => ({ written: telling.conditions[node], truth }))
    .flatMap(({ written, truth }) => (written === undefined ? [] : [{ written, truth }]))
    .slice(0, 2)
    .map(({ written, truth }) =>
      tell(telling, truth ? 'begins' : 'ends', { what: sayNode(written, telling.saying) }),
    )
  const kind = member ? 'leaves' : 'joins'
  const what = because.join(telling.reader.locale === 'fr' ? '\u00a0; ' : '; ')
  const sentence =
    what === ''
      ? tell(telling, kind, { date: shown })
      : tell(telling, `${kind}-because`, { date: shown, what })
  return { ...turn(at, telling), sentence, because }
}

/** The leaves of the definition whose truth is another from that instant on. */
function turnedAt(
  { bound, history, around }: Asked,
  at: Instant,
  { conditions }: Telling,
): readonly { readonly node: number; readonly truth: boolean }[] {
  const [before, after] = [at - 1, at].map((asOf) =>
    scopeOf(bound, history, contextAt(around, history, asOf)),
  )
  if (before === undefined || after === undefined) return []
  const leaves = (node: BoundCondition): readonly BoundCondition[] => {
    const written = conditions[node.node]
    // What one condition was written out into is said as that condition.
    if (written !== undefined && written.kind !== node.kind) return [node]
    if (node.kind === 'and' || node.kind === 'or' || node.kind === 'atLeast')
      return node.of.flatMap(leaves)
    return node.kind === 'not' && node.of.kind !== 'any' ? leaves(node.of) : [node]
  }
  return leaves(bound.condition)
    .filter((leaf) => holds(leaf, before) !== holds(leaf, after))
    .map((leaf) => ({ node: leaf.node, truth: holds(leaf, after) }))
}

function changeOf(
  asked: Asked,
  member: boolean,
  { until, telling }: { readonly until: ExplainedUntil | null; readonly telling: Telling },
): ExplainedChange {
  const found = nearestChange(asked)
  if (typeof found === 'string') {
    const obstacle = found === 'past' && until !== null ? 'time' : found
    return { kind: 'none', obstacle, sentence: tell(telling, obstacle, {}) }
  }
  return {
    kind: 'change',
    acts: found.acts,
    at: new Date(found.at).toISOString(),
    before: found.before === undefined ? null : new Date(found.before).toISOString(),
    sentence: sayChange(found, member, { asked, telling }),
  }
}

function sayChange(
  { acts, at, before }: Change,
  member: boolean,
  { asked, telling }: { readonly asked: Asked; readonly telling: Telling },
): string {
  const said = sayActs(acts, asked.history, telling)
  const kind = member ? 'would-leave' : 'would-join'
  const isLater = at > acts.reduce((end, act) => Math.max(end, act.at), asked.asOf)
  if (isLater) {
    const date = showInstant(at, telling.reader)
    return tell(telling, `${kind}-later`, { acts: said, date })
  }
  if (before === undefined) return tell(telling, kind, { acts: said })
  return tell(telling, `${kind}-before`, { acts: said, date: showInstant(before, telling.reader) })
}
