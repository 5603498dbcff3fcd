/** What every route works with. */
import type { Collector, Jobs, Keeper, OpenProgramme } from '../engine/run/index.ts'

/** One programme being served. */
export interface Served {
  readonly programme: OpenProgramme
  readonly jobs: Jobs
  readonly keeper: Keeper
  readonly collector: Collector
  readonly key: string
  readonly version: string
  /** The port in use, known once the server listens. */
  readonly port: () => number
  /** Folder of the built console; absent when it has not been built. */
  readonly consoleFolder: string | undefined
}
