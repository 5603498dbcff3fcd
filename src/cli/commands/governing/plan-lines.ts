/** A plan of changes as lines for a terminal. */
import { inLocale } from '../../../core/base/index.ts'
import type {
  ChangePlanWire,
  DiffLineWire,
  EffectWire,
  SegmentChangeWire,
} from '../../../core/contract/index.ts'
import type { Context } from '../../context.ts'
import { issueLines } from '../../issue-lines.ts'

const COLOUR = { '+': 'green', '-': 'red', ' ': 'dim' } as const

/** The whole plan: each change with its effect, what moves with it, the cost. */
export function changePlanLines(context: Context, plan: ChangePlanWire): string[] {
  const { out, say, locale } = context
  const isIdle = plan.changes.every((change) => change.pending === 'broken')
  return [
    ...plan.changes.flatMap((change) => changeLines(context, change)),
    ...plan.moved.flatMap((moved) => [
      `${out.paint('bold', moved.key)}  ${inLocale(moved.name, locale)}`,
      `  ${say('plan-moved', { because: moved.because })}`,
      ...effectLines(context, moved.effect),
      '',
    ]),
    ...(plan.isFirst ? [say('plan-first')] : isIdle ? [say('plan-nothing')] : []),
    ...(isIdle
      ? []
      : [
          say('plan-cost', {
            measuresBefore: plan.cost.before.measures,
            measures: plan.cost.after.measures,
            passesBefore: plan.cost.before.passes,
            passes: plan.cost.after.passes,
            rowsBefore: plan.cost.before.rowsToRead,
            rows: plan.cost.after.rowsToRead,
          }),
          say('plan-counted', {
            population: plan.population,
            asOf: say('as-of', { at: out.instant(plan.asOf, plan.timeZone) }),
          }),
        ]),
  ]
}

function changeLines(context: Context, change: SegmentChangeWire): string[] {
  const { out, say, locale } = context
  const { passed, failed } = change.examples
  const pending = out.paint(
    change.pending === 'broken' ? 'red' : 'yellow',
    say(`pending-${change.pending}`),
  )
  return [
    `${out.paint('bold', change.key)}  ${inLocale(change.name, locale)}  ${pending}`,
    ...(change.was === '' || change.was === change.sentence
      ? []
      : [`  ${say('plan-was', { sentence: change.was })}`]),
    ...(change.sentence === '' ? [] : [`  ${say('plan-now', { sentence: change.sentence })}`]),
    ...diffLines(context, change.diff),
    ...effectLines(context, change.effect),
    ...(passed + failed === 0 ? [] : [`  ${say('examples-line', { passed, failed })}`]),
    ...issueLines(context, change.issues).map((line) => `  ${line}`),
    '',
  ]
}

function effectLines({ say }: Context, effect: EffectWire | null): string[] {
  return effect === null ? [] : [`  ${say('plan-effect', { ...effect })}`]
}

/** Lines with their mark, indented. */
export function diffLines({ out }: Context, lines: readonly DiffLineWire[]): string[] {
  return lines.map(
    ({ mark, text }) => `    ${out.paint(COLOUR[mark], `${mark} ${text}`.trimEnd())}`,
  )
}
