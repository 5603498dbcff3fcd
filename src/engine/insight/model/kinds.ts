/** Every kind of model that can be computed; its words and settings stand in core/catalog under the same name. */
import type { ModelKind } from './kind.ts'
import { PROPENSITY } from './propensity/propensity.ts'
import { CHURN } from './churn/churn.ts'
import { LATENT } from './latent/latent.ts'
import { SCALE } from './scale/scale.ts'
import { LOOKALIKE } from './lookalike/lookalike.ts'
import { CLUSTER } from './cluster/cluster.ts'
import { LIFETIME } from './lifetime/lifetime.ts'
import { AFFINITY } from './affinity/affinity.ts'
import { COST } from './cost/cost.ts'
import { POINTS } from './points/points.ts'
import { DISCOUNT } from './discount/discount.ts'
import { GROWTH } from './growth/growth.ts'
import { SURVIVAL } from './survival/survival.ts'
import { RFM } from './rfm/rfm.ts'

export const MODEL_KINDS: readonly ModelKind[] = [
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
