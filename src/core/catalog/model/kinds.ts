/** Every kind of model, in the order in which they are shown. */
import { CHURN } from './kinds/churn.ts'
import { LIFETIME } from './kinds/lifetime.ts'
import { RFM } from './kinds/rfm.ts'
import type { ModelSpec } from './spec.ts'

/** The table of kinds; a new one is a file in `kinds/` and a line here. */
export const MODEL_SPECS: readonly ModelSpec[] = [RFM, LIFETIME, CHURN]

/** The kind of that name. */
export function modelSpec(kind: string): ModelSpec | undefined {
  return MODEL_SPECS.find((spec) => spec.kind === kind)
}
