/** Acts that would make a condition turn out as wanted: leaf by leaf, put together over the groups, cheapest first. */
import type { BoundCondition, BoundDefinition, BoundSource } from '../bound.ts'
import { holds, rowsOf, type Scope } from '../interpret.ts'
import { costOf, later, type Act } from './change.ts'
import { aimsOf } from './goal.ts'
import { eventActs, reach } from './reach.ts'

/** Where ways are looked for. */
export interface Setting {
  readonly scope: Scope
  readonly definitions?: ReadonlyMap<string, BoundDefinition>
}

type Acts = readonly Act[]

/** Kept at each node: what is dearer is rarely the nearest. */
const MOST_WAYS = 10

/**
 * Sets of acts that might do, cheapest first. Each is a candidate only: acts for one condition may undo another,
 * so the evaluator has the last word.
 */
export function waysTo(
  condition: BoundCondition,
  wanted: boolean,
  setting: Setting,
): readonly Acts[] {
  if (holds(condition, setting.scope) === wanted) return [[]]
  return cheapest(candidates(condition, wanted, setting))
}

function cheapest(all: readonly Acts[]): readonly Acts[] {
  const seen = new Set<string>()
  return all
    .filter((acts) => {
      const key = JSON.stringify(acts)
      return !seen.has(key) && seen.add(key).size > 0
    })
    .toSorted((a, b) => costOf(a) - costOf(b))
    .slice(0, MOST_WAYS)
}

function candidates(condition: BoundCondition, wanted: boolean, setting: Setting): readonly Acts[] {
  const { scope } = setting
  switch (condition.kind) {
    case 'not':
      return waysTo(condition.of, !wanted, setting)
    case 'and':
    case 'or':
      return (condition.kind === 'and') === wanted
        ? all(condition.of, wanted, setting)
        : condition.of.flatMap((part) => waysTo(part, wanted, setting))
    case 'atLeast':
      return some(condition, wanted, setting)
    case 'any':
      return wanted ? eventActs(condition.source, 1, scope) : []
    case 'inList': {
      const { list } = condition
      // Putting people in by hand is no change that a customer could make.
      if (list.startsWith('segment:') && wanted) return []
      return [[{ kind: 'list', list, listed: wanted, at: scope.asOf }]]
    }
    case 'inSegment': {
      const other = setting.definitions?.get(condition.segment)
      if (other === undefined) return []
      const inside = { ...setting, scope: { ...scope, timeZone: other.timeZone } }
      return waysTo(other.condition, wanted, inside)
    }
    case 'sequence':
      return sequenceWays(condition, wanted, scope)
    case 'stateFor':
      return stateWays(condition, wanted, setting)
    case 'constant':
    case 'rank':
    case 'anyElement':
      return []
    default:
      return aimsOf(condition, wanted, scope).flatMap(({ value, goal }) =>
        reach(value, goal, scope),
      )
  }
}

/** One way for each part, in every combination of the cheap ones. */
function all(parts: readonly BoundCondition[], wanted: boolean, setting: Setting): readonly Acts[] {
  return parts.reduce<readonly Acts[]>(
    (made, part) => {
      const ways = waysTo(part, wanted, setting)
      return cheapest(made.flatMap((acts) => ways.map((more) => [...acts, ...more])))
    },
    [[]],
  )
}

/** The cheapest parts that are lacking, and each lacking part in its turn. */
function some(
  condition: Extract<BoundCondition, { kind: 'atLeast' }>,
  wanted: boolean,
  setting: Setting,
): readonly Acts[] {
  const lacking = condition.of.filter((part) => holds(part, setting.scope) !== wanted)
  const needed = wanted ? condition.count : condition.of.length - condition.count + 1
  const more = needed - (condition.of.length - lacking.length)
  const priced = lacking
    .map((part) => ({ part, cost: costOf(waysTo(part, wanted, setting)[0] ?? []) }))
    .filter(({ part }) => waysTo(part, wanted, setting).length > 0)
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ part }) => part)
  const picks = priced.flatMap((_, i) => {
    const picked = priced.slice(i, i + more)
    return picked.length < more ? [] : [picked]
  })
  return picks.flatMap((parts) => all(parts, wanted, setting))
}

/** The last steps, as many as it takes, a millisecond apart; to break one off, what must not follow. */
function sequenceWays(
  { first, steps }: Extract<BoundCondition, { kind: 'sequence' }>,
  wanted: boolean,
  scope: Scope,
): readonly Acts[] {
  if (!wanted) {
    return steps.filter((step) => step.negated).flatMap((step) => eventActs(step.source, 1, scope))
  }
  const positive = [first, ...steps.filter((step) => !step.negated).map((step) => step.source)]
  // An event of this very instant is not later than one that is there already.
  const start = busy(positive, scope) ? 1 : 0
  return positive
    .map((_, i) => positive.slice(positive.length - 1 - i))
    .flatMap((sources) => {
      const chains = sources.map((source) => eventActs(source, 1, scope)[0])
      if (chains.some((chain) => chain === undefined)) return []
      return [chains.flatMap((chain, i) => later(chain ?? [], i + start))]
    })
}

function busy(sources: readonly BoundSource[], scope: Scope): boolean {
  return sources.some((source) => rowsOf(source, scope).some((row) => row.event.at === scope.asOf))
}

/** A state that has to last begins now; one that has lasted ends now, or ends and begins anew. */
function stateWays(
  { condition, trait, longer }: Extract<BoundCondition, { kind: 'stateFor' }>,
  wanted: boolean,
  setting: Setting,
): readonly Acts[] {
  const now = holds(condition, setting.scope)
  if (!wanted) return waysTo(condition, false, setting)
  if (!now) return waysTo(condition, true, setting)
  // Lists are kept by others: nobody is told to leave one and come back.
  if (longer || trait === undefined) return []
  return waysTo(condition, false, setting).flatMap((leave) => {
    const value = setting.scope.history.traits
      .filter((record) => record.at <= setting.scope.asOf && Object.hasOwn(record.traits, trait))
      .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
      .at(-1)?.traits[trait]
    if (value === undefined) return []
    const back: Act = { kind: 'trait', name: trait, value, at: setting.scope.asOf + 1 }
    return [[...leave, back]]
  })
}
