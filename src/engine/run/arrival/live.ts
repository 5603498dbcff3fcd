/** What arrives right now, in memory: the latest messages, counts per second, properties that nothing declares. */
import type { Instant } from '../../../core/base/index.ts'
import type { MessageSummary } from '../../intake/index.ts'

/** A message with the instant of its receipt. */
export interface Seen extends MessageSummary {
  readonly receivedAt: Instant
}

export interface DroppedCount {
  readonly name: string
  readonly property: string
  readonly count: number
}

/** Fills and shows the live view. */
export interface LiveView {
  accepted(summary: MessageSummary, receivedAt: Instant): void
  refused(receivedAt: Instant): void
  /** Latest first. */
  recent(): readonly Seen[]
  /** The last sixty whole seconds before `now`, oldest first. */
  perSecond(now: Instant): readonly { readonly accepted: number; readonly refused: number }[]
  totals(): { readonly accepted: number; readonly refused: number }
  dropped(): readonly DroppedCount[]
}

const RECENT = 200
const SECONDS = 60
/** Senders choose the names; more than these are not counted apart. */
const DROPPED_NAMES = 500

interface Second {
  second: number
  accepted: number
  refused: number
}

/** An empty live view. */
export function createLiveView(): LiveView {
  const ring: Seen[] = []
  let place = 0
  const seconds: Second[] = Array.from({ length: SECONDS + 2 }, () => ({
    second: -1,
    accepted: 0,
    refused: 0,
  }))
  const totals = { accepted: 0, refused: 0 }
  const dropped = new Map<string, { name: string; property: string; count: number }>()
  const slotOf = (at: Instant): Second | undefined => {
    const second = Math.floor(at / 1000)
    const slot = seconds[second % seconds.length]
    if (slot !== undefined && slot.second !== second) {
      slot.second = second
      slot.accepted = 0
      slot.refused = 0
    }
    return slot
  }
  return {
    accepted(summary, receivedAt) {
      ring[place] = { ...summary, receivedAt }
      place = (place + 1) % RECENT
      totals.accepted++
      const slot = slotOf(receivedAt)
      if (slot !== undefined) slot.accepted++
      for (const property of summary.dropped) countDropped(dropped, summary, property)
    },
    refused(receivedAt) {
      totals.refused++
      const slot = slotOf(receivedAt)
      if (slot !== undefined) slot.refused++
    },
    recent: () => [...ring.slice(place), ...ring.slice(0, place)].reverse(),
    perSecond(now) {
      const last = Math.floor(now / 1000) - 1
      const bySecond = new Map(seconds.map((s) => [s.second, s]))
      return Array.from({ length: SECONDS }, (_, n) => {
        const slot = bySecond.get(last - SECONDS + 1 + n)
        return { accepted: slot?.accepted ?? 0, refused: slot?.refused ?? 0 }
      })
    },
    totals: () => ({ ...totals }),
    dropped: () => [...dropped.values()].toSorted((a, b) => b.count - a.count),
  }
}

function countDropped(
  dropped: Map<string, { name: string; property: string; count: number }>,
  { type, name }: MessageSummary,
  property: string,
): void {
  const of = name === '' ? type : name
  const short = property.slice(0, 100)
  const key = `${of}\n${short}`
  const found = dropped.get(key)
  if (found !== undefined) found.count++
  else if (dropped.size < DROPPED_NAMES) dropped.set(key, { name: of, property: short, count: 1 })
}
