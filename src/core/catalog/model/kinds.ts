/** Every kind of model, in the order in which they are shown. */
import { CHURN } from './kinds/churn.ts'
import { LATENT } from './kinds/latent.ts'
import { SCALE } from './kinds/scale.ts'
import { LOOKALIKE } from './kinds/lookalike.ts'
import { CLUSTER } from './kinds/cluster.ts'
import { LIFETIME } from './kinds/lifetime.ts'
import { RFM } from './kinds/rfm.ts'
import { SURVIVAL } from './kinds/survival.ts'
import { GROWTH } from './kinds/growth.ts'
import { DISCOUNT } from './kinds/discount.ts'
import { AFFINITY } from './kinds/affinity.ts'
import { COST } from './kinds/cost.ts'
import { POINTS } from './kinds/points.ts'
import type { ModelSpec } from './spec.ts'
import { PROPENSITY } from './kinds/propensity.ts'

/** The table of kinds; a new one is a file in `kinds/` and a line here. */
export const MODEL_SPECS: readonly ModelSpec[] = [
  RFM,
  LIFETIME,
  CHURN,
  SURVIVAL,
  GROWTH,
  DISCOUNT,
  AFFINITY,
  COST,
  POINTS,
  CLUSTER,
  PROPENSITY,
  LOOKALIKE,
  SCALE,
  LATENT,
]

/** The kind of that name. */
export function modelSpec(kind: string): ModelSpec | undefined {
  return MODEL_SPECS.find((spec) => spec.kind === kind)
}
