/** Times to an event, some cut off before it: one row per distinct time. */

/** What happened at each time, ascending. Weights count customers; variances take them as such. */
export interface SurvivalRows {
  readonly time: Float64Array
  /** Customers to whom the event happened at that time. */
  readonly events: Float64Array
  /** Customers last seen without it at that time; they count as at risk there. */
  readonly censored: Float64Array
}

/** Merges single observations; times must be finite and not negative, as a time before the start has no meaning. */
export function compressSurvival(given: {
  readonly time: Float64Array
  /** 1 where the event happened, 0 where the customer was last seen without it. */
  readonly event: ArrayLike<number>
  readonly weight?: Float64Array
}): SurvivalRows {
  const order = Uint32Array.from(given.time.keys()).sort(
    (a, b) => (given.time[a] as number) - (given.time[b] as number),
  )
  const time: number[] = []
  const events: number[] = []
  const censored: number[] = []
  for (const i of order) {
    const t = given.time[i] as number
    if (!(t >= 0) || t === Infinity) continue
    if (t !== time.at(-1)) {
      time.push(t)
      events.push(0)
      censored.push(0)
    }
    const last = time.length - 1
    const into = given.event[i] === 1 ? events : censored
    into[last] = (into[last] as number) + (given.weight?.[i] ?? 1)
  }
  return {
    time: Float64Array.from(time),
    events: Float64Array.from(events),
    censored: Float64Array.from(censored),
  }
}

/** All customers, and those to whom the event happened. */
export function survivalTotals(rows: SurvivalRows): {
  readonly n: number
  readonly events: number
} {
  let n = 0
  let events = 0
  for (let i = 0; i < rows.time.length; i++) {
    events += rows.events[i] as number
    n += (rows.events[i] as number) + (rows.censored[i] as number)
  }
  return { n, events }
}
