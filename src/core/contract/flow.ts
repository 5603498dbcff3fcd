/** How a segment grew and shrank, day by day on the programme's calendar. */
import type { InstantText } from './contract.ts'

/** One local day. */
export interface FlowDayWire {
  /** `2026-03-31`, in the programme's time zone. */
  readonly day: string
  readonly start: InstantText
  /** Entries and exits that became true on this day. */
  readonly entered: number
  readonly left: number
  /** Members as last published for this day; null before the segment was first computed. */
  readonly count: number | null
}

/** The last days of one segment, oldest first. */
export interface FlowWire {
  readonly segment: string
  readonly timeZone: string
  readonly days: readonly FlowDayWire[]
}
