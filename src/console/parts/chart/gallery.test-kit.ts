/** A report with every kind of chart, every tone and the awkward cases: long names, missing figures, boundless intervals. */
import type {
  ReportChartWire,
  ReportColumnWire,
  ReportKindWire,
  ReportTableWire,
  ReportWire,
} from '../../../core/contract/index.ts'

type Kind = ReportColumnWire['kind']

function column(key: string, title: string, kind: Kind): ReportColumnWire {
  return { key, title, kind, low: null, high: null, hidden: false }
}

/** A column with its interval, and the hidden columns that hold it. */
function bounded(key: string, title: string, kind: Kind): readonly ReportColumnWire[] {
  const low = `${key}Low`
  const high = `${key}High`
  return [
    { ...column(key, title, kind), low, high },
    { ...column(low, 'low', kind), hidden: true },
    { ...column(high, 'high', kind), hidden: true },
  ]
}

type Row = ReportTableWire['rows'][number]

const within = (key: string, value: number, half: number): Row => ({
  [key]: value,
  [`${key}Low`]: value - half,
  [`${key}High`]: value + half,
})

const REASONS = [
  ['Never opened an e-mail of the programme since joining it', 0.42],
  ['Store and online', 0.31],
  ['Only in stores of the north', 0.17],
  ['Complained twice or more often', 0.08],
] as const
const SEGMENTS = ['Active customers', 'VIP', 'At risk', 'Discount hunters', 'Readers, not buyers']
const MONTHS = Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-01`)
const STATES = ['Champions', 'Loyal', 'Promising', 'Asleep']

const TABLES: readonly ReportTableWire[] = [
  {
    name: 'reasons',
    title: 'Reasons',
    columns: [column('reason', 'Reason', 'text'), ...bounded('share', 'Share', 'share')],
    rows: REASONS.map(([reason, share]) => ({ reason, ...within('share', share, 0.04) })),
  },
  {
    name: 'channels',
    title: 'Channels',
    columns: [
      column('channel', 'Channel', 'text'),
      column('now', 'Now', 'money'),
      column('before', 'A year ago', 'money'),
    ],
    rows: [
      { channel: 'web', now: 120_000, before: 80_000 },
      { channel: 'app', now: 66_000, before: null },
      { channel: 'store', now: 210_500, before: 240_000 },
    ],
  },
  {
    name: 'months',
    title: 'Months',
    columns: [
      column('month', 'Month', 'date'),
      column('joined', 'New customers', 'count'),
      column('spend', 'Spend each', 'money'),
    ],
    rows: MONTHS.map((month, i) => ({
      month,
      joined: 200 + ((i * 37) % 90),
      spend: 40 + i,
      open: i === 10,
    })),
  },
  {
    name: 'retention',
    title: 'Retention',
    columns: [
      column('months', 'Months since joining', 'count'),
      column('cohort', 'Cohort', 'text'),
      ...bounded('active', 'Still active', 'share'),
    ],
    rows: ['Spring', 'Autumn'].flatMap((cohort, c) =>
      Array.from({ length: 12 }, (_, months) => ({
        months,
        cohort,
        ...within('active', 0.9 * (0.88 - c * 0.04) ** months, 0.02),
        open: months === 11,
      })),
    ),
  },
  {
    name: 'cohorts',
    title: 'Cohorts',
    columns: [
      column('joined', 'Joined', 'date'),
      column('later', 'Months later', 'count'),
      column('active', 'Still active', 'share'),
    ],
    rows: MONTHS.flatMap((joined, i) =>
      Array.from({ length: 11 - i }, (_, later) => ({
        joined,
        later,
        active: 0.95 * 0.84 ** later,
        open: later === 10 - i,
      })),
    ),
  },
  {
    name: 'overlap',
    title: 'Overlap',
    columns: [
      column('of', 'Segment', 'text'),
      column('with', 'With', 'text'),
      column('lift', 'Lift', 'number'),
    ],
    rows: SEGMENTS.flatMap((of, i) =>
      SEGMENTS.filter((other) => other !== of).map((other, k) => ({
        of,
        with: other,
        lift: 2 ** (((i * 5 + k * 3) % 7) / 2 - 1.5),
      })),
    ),
  },
  {
    name: 'moves',
    title: 'Moves',
    columns: [
      column('from', 'From', 'text'),
      column('to', 'To', 'text'),
      column('customers', 'Customers', 'count'),
    ],
    rows: STATES.flatMap((from, i) =>
      [...STATES, 'Left the programme'].map((to, k) => ({
        from,
        to,
        customers: from === to ? 900 : (i * 71 + k * 53) % 190,
      })),
    ),
  },
  {
    name: 'odds',
    title: 'Odds',
    columns: [column('trait', 'Trait', 'text'), ...bounded('odds', 'Odds ratio', 'number')],
    rows: [
      { trait: 'Has the app', odds: 2.4, oddsLow: 1.9, oddsHigh: 3 },
      {
        trait: 'Lives in the north and reads the weekly newsletter on a phone',
        odds: 1.3,
        oddsLow: 1.05,
        oddsHigh: 1.6,
      },
      { trait: 'Came by referral', odds: 3.2, oddsLow: 0.8, oddsHigh: 4400 },
      { trait: 'Too few to say', odds: null, oddsLow: null, oddsHigh: null },
    ],
  },
  {
    name: 'segments',
    title: 'All segments with their figures',
    columns: [
      column('segment', 'Segment', 'text'),
      column('kind', 'Kind', 'text'),
      column('customers', 'Customers', 'count'),
      ...bounded('spend', 'Spend each', 'money'),
    ],
    rows: Array.from({ length: 14 }, (_, i) => ({
      segment: `${SEGMENTS[i % SEGMENTS.length] ?? ''} ${i}`,
      kind: i % 2 === 0 ? 'by value' : 'by habit',
      customers: 50 + ((i * 811) % 6000),
      ...within('spend', 20 + ((i * 97) % 500), 15),
    })),
  },
  {
    name: 'long',
    title: 'A long table',
    columns: [
      column('name', 'Name', 'text'),
      column('customers', 'Customers', 'count'),
      ...bounded('share', 'Share', 'share'),
      column('days', 'Days since', 'days'),
      column('day', 'First seen', 'date'),
    ],
    rows: Array.from({ length: 45 }, (_, i) => ({
      name: `Row ${i + 1}`,
      customers: i === 3 ? null : (i * 617) % 1000,
      ...within('share', ((i * 31) % 80) / 100 + 0.05, 0.03),
      days: i * 2.5,
      day: '2026-03-09',
    })),
  },
]

const chart = (
  kind: ReportChartWire['kind'],
  title: string,
  rest: Pick<ReportChartWire, 'table' | 'x' | 'y'> & Partial<ReportChartWire>,
): ReportChartWire => ({ kind, title, series: null, partial: null, reference: null, ...rest })

/** What the server would list. */
export const GALLERY_KINDS: readonly ReportKindWire[] = [
  {
    name: 'gallery',
    group: 'patterns',
    groupLabel: 'Patterns',
    title: 'Every kind of chart',
    about: 'Shows what a report can show.',
    parameters: [
      {
        name: 'segment',
        kind: 'segment',
        label: 'Only this segment',
        help: '',
        required: false,
        default: null,
        choices: [],
      },
      {
        name: 'days',
        kind: 'number',
        label: 'Days looked at',
        help: 'Longer shows more.',
        required: false,
        default: '365',
        choices: [],
      },
      {
        name: 'by',
        kind: 'choice',
        label: 'By',
        help: '',
        required: false,
        default: 'month',
        choices: [
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
        ],
      },
    ],
    missing: [],
  },
  {
    name: 'lacking',
    group: 'voice',
    groupLabel: 'Voice of the customer',
    title: 'Promoters and detractors',
    about: 'Who recommends you, and who does not.',
    parameters: [],
    missing: ['a survey answer'],
  },
]

/** What the server would answer. */
export const GALLERY: ReportWire = {
  name: 'gallery',
  title: 'Every kind of chart',
  about: 'Shows what a report can show.',
  asOf: '2026-03-31T11:00:00Z',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  synthetic: false,
  parameters: { days: '365', by: 'month' },
  findings: [
    {
      code: 'gallery/bad',
      tone: 'bad',
      text: 'Three customers of Portugal have not come back for 60 days.',
      definition: 'country = "PT"',
      segment: 'lapsing',
      money: 214,
    },
    {
      code: 'gallery/good',
      tone: 'good',
      text: 'Coffee sells better than a year ago.',
      definition: null,
      segment: null,
      money: null,
    },
    {
      code: 'gallery/fact',
      tone: 'neutral',
      text: 'Half of the spend comes from 18 % of the buyers.',
      definition: null,
      segment: null,
      money: null,
    },
    {
      code: 'gallery/few',
      tone: 'caution',
      text: 'Fewer than 11 came by referral: their figures are not shown.',
      definition: null,
      segment: null,
      money: null,
    },
  ],
  tables: TABLES,
  charts: [
    chart('bars', 'Reasons', { table: 'reasons', x: 'reason', y: ['share'], reference: 0.25 }),
    chart('bars', 'Channels', { table: 'channels', x: 'channel', y: ['now', 'before'] }),
    chart('bars', 'Months', {
      table: 'months',
      x: 'month',
      y: ['joined', 'spend'],
      partial: 'open',
    }),
    chart('lines', 'Retention', {
      table: 'retention',
      x: 'months',
      y: ['active'],
      series: 'cohort',
      partial: 'open',
      reference: 0.35,
    }),
    chart('heat', 'Cohorts', {
      table: 'cohorts',
      x: 'later',
      y: ['active'],
      series: 'joined',
      partial: 'open',
    }),
    chart('heat', 'Overlap', {
      table: 'overlap',
      x: 'with',
      y: ['lift'],
      series: 'of',
      reference: 1,
    }),
    chart('flow', 'Moves', { table: 'moves', x: 'from', y: ['customers'], series: 'to' }),
    chart('dots', 'Odds', { table: 'odds', x: 'trait', y: ['odds'], reference: 1 }),
    chart('points', 'Size and value', {
      table: 'segments',
      x: 'customers',
      y: ['spend'],
      series: 'kind',
    }),
  ],
  method: ['Wilson intervals of 95 % (1927).', 'Months that are not over are drawn apart.'],
}
