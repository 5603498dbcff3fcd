/** Every report, in the order in which they are shown within their groups. */
import { DATA_QUALITY } from './data/data-quality.ts'
import { REPRESENTATIVENESS } from './data/representativeness.ts'
import { BASKETS } from './basket/baskets.ts'
import { CONCENTRATION } from './money/concentration.ts'
import { COST_TO_SERVE } from './money/cost-to-serve.ts'
import { DISCOUNTS } from './money/discounts.ts'
import type { ReportKind } from './report/kind.ts'
import { SEGMENTS_COMPARED } from './segments/compared.ts'
import { OVERLAP } from './segments/overlap.ts'
import { PROFILE } from './segments/profile.ts'
import { PROXIES } from './segments/fair/fair-report.ts'
import { SEGMENT_QUALITY } from './segments/quality.ts'
import { VOICE } from './voice/voice.ts'
import { COHORTS } from './movement/cohorts.ts'
import { DRIFTS } from './movement/drifts.ts'
import { FLOWS } from './movement/flows.ts'
import { OPPORTUNITIES } from './movement/opportunities.ts'
import { SIZES } from './movement/sizes.ts'
import { SURVIVAL } from './movement/survival.ts'
import { TRENDS } from './movement/trends.ts'
import { BREAKS } from './weak/breaks.ts'
import { REWARDS } from './weak/rewards.ts'

// oxfmt-ignore
export const REPORTS: readonly ReportKind[] = [
  CONCENTRATION,
  PROFILE,
  SEGMENT_QUALITY,
  OVERLAP,
  SEGMENTS_COMPARED,
  PROXIES,
  DATA_QUALITY,
  REPRESENTATIVENESS,
  BREAKS,
  REWARDS,
  COHORTS,
  SURVIVAL,
  FLOWS,
  SIZES,
  TRENDS,
  DRIFTS,
  OPPORTUNITIES,
  VOICE,
  BASKETS,
  COST_TO_SERVE,
  DISCOUNTS,
]
