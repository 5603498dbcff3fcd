/** Why somebody is or is not in a segment, as the doors answer it. */
import type { Explanation } from '../segment/index.ts'
import type { StandingWire } from './standing.ts'

/** An explanation by the definition in force, and how the segment's file stands to that. */
export interface ExplanationWire extends Explanation {
  /** The definition that was explained, in the segment language. */
  readonly definition: string
  readonly standing: StandingWire
}
