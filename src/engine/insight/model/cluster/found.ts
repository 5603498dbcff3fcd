/** What was found, before it is put into words. */
import type { ClusterStability, Trademark } from '../../../../core/models/index.ts'
import type { ModelMeasure } from '../measures/behaviour.ts'
import type { ClusterAsked, ClusterFit } from './fit.ts'
import type { Fidelity } from './rules.ts'

/** Groups below this are not shown. */
export const LEAST = 11

/** One cluster over everybody. */
export interface FoundCluster {
  readonly number: number
  readonly n?: number
  readonly share?: number
  readonly means?: readonly (number | undefined)[]
  readonly closeness?: number | undefined
  readonly stability: ClusterStability | undefined
  /** The most telling first. */
  readonly trademarks: readonly Trademark[]
  readonly fidelity: Fidelity | undefined
  readonly definition?: string
  /** The definition on one line, with its measures written out. */
  readonly line?: string
}

/** All that is shown. */
export interface ClusterShown {
  readonly key: string
  readonly currency: string
  readonly measures: readonly ModelMeasure[]
  readonly fit: ClusterFit
  readonly asked: ClusterAsked
  readonly among: string | undefined
  readonly sampled: number
  readonly n: number
  readonly found: readonly FoundCluster[]
  readonly moves: readonly { readonly from: number; readonly to: number; readonly n: number }[]
}
