/** Key figures of segments' members month by month, each judged against everybody else's. */
import {
  judgeSegmentDrifts,
  PRIVACY_FLOOR,
  say,
  verbatim,
  type SegmentDrift,
  type Text,
} from '../../../core/insight/index.ts'
import type { ReportContext } from '../report/kind.ts'
import { segmentName } from '../segments/profile.ts'
import type { DriftMonth, DriftSums } from './drift-sums.ts'
import { DRIFT_WORDS as W } from './drift-words.ts'

/** A figure of fewer purchases is noise, and may point at single people. */
export const FEW = 30

/** A key figure of members. */
export interface DriftFigure {
  readonly code: 'spend' | 'frequency' | 'basket' | 'gap' | 'discount' | 'channel'
  /** Column of its own. */
  readonly key: string
  readonly label: Text
  readonly kind: 'money' | 'number' | 'days' | 'share'
  readonly moreIs: 'good' | 'bad' | 'neutral'
  /** NaN where there is too little behind it. */
  readonly of: (sums: DriftSums) => number
}

/** A figure of a segment, judged. */
export interface JudgedDrift {
  readonly segment: string
  readonly name: Text
  readonly figure: DriftFigure
  readonly own: Float64Array
  readonly drift: SegmentDrift
  /** In the last month. */
  readonly members: number
}

const per = (part: number, whole: number, behind: number): number =>
  behind < FEW || whole <= 0 ? Number.NaN : part / whole

/** Those that the catalogue can tell. */
export function figuresOf(
  { meaning }: ReportContext,
  channels: readonly string[],
): readonly DriftFigure[] {
  const figure = (
    code: Exclude<DriftFigure['code'], 'channel'>,
    kind: DriftFigure['kind'],
    moreIs: DriftFigure['moreIs'],
    of: DriftFigure['of'],
  ): DriftFigure => ({ code, key: code, label: say(W[code]), kind, moreIs, of })
  return [
    ...(meaning.amount === undefined
      ? []
      : [
          figure('spend', 'money', 'good', (s) => per(s.spend, s.members, s.orders)),
          figure('basket', 'money', 'good', (s) => per(s.amount, s.orders, s.orders)),
        ]),
    figure('frequency', 'number', 'good', (s) => per(s.orders, s.members, s.orders)),
    figure('gap', 'days', 'bad', (s) => per(s.gapDays, s.gaps, s.gaps)),
    ...(meaning.discount === undefined
      ? []
      : [figure('discount', 'share', 'neutral', (s) => per(s.discounted, s.orders, s.orders))]),
    ...channels.map((channel, i): DriftFigure => ({
      code: 'channel',
      key: `channel${i + 1}`,
      label: say(W.channel, { channel: verbatim(channel) }),
      kind: 'share',
      moreIs: 'neutral',
      of: (s) => per(s.channels[i] ?? 0, s.orders, s.orders),
    })),
  ]
}

/** What a draft is made from. */
export interface Drifts {
  readonly months: readonly DriftMonth[]
  readonly figures: readonly DriftFigure[]
  readonly judged: readonly JudgedDrift[]
}

const NOBODY: DriftSums = {
  members: 0,
  buyers: 0,
  orders: 0,
  amount: 0,
  spend: 0,
  discounted: 0,
  gaps: 0,
  gapDays: 0,
  channels: [],
}

/** All figures of all segments, judged together. */
export function judgeAll(
  context: ReportContext,
  keys: readonly string[],
  of: { readonly months: readonly DriftMonth[]; readonly figures: readonly DriftFigure[] },
): readonly JudgedDrift[] {
  const pairs = keys.flatMap((segment, place) =>
    of.figures.map((figure) => {
      const sums = of.months.map((one) => one.segments[place] ?? NOBODY)
      const own = Float64Array.from(sums, (one) =>
        one.buyers < PRIVACY_FLOOR ? Number.NaN : figure.of(one),
      )
      const others = Float64Array.from(of.months, (one) => figure.of(one.others[place] ?? NOBODY))
      const name = segmentName(context, segment)
      const members = sums.at(-1)?.members ?? 0
      const isShare = figure.kind === 'share'
      const isPerMember = figure.code === 'spend' || figure.code === 'frequency'
      return { segment, name, figure, own, others, members, isShare, isPerMember }
    }),
  )
  const drifts = judgeSegmentDrifts(pairs)
  return pairs.flatMap((pair, i) => {
    const drift = drifts[i]
    return drift === undefined ? [] : [{ ...pair, drift }]
  })
}
