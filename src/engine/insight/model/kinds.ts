/** Every kind of model that can be computed; its words and settings stand in core/catalog under the same name. */
import type { ModelKind } from './kind.ts'
import { CHURN } from './churn/churn.ts'
import { LIFETIME } from './lifetime/lifetime.ts'
import { RFM } from './rfm/rfm.ts'

export const MODEL_KINDS: readonly ModelKind[] = [RFM, LIFETIME, CHURN]
