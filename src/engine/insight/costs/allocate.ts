/** Time-driven activity costing: rates of pools, costs of events, and what stays idle. */

/** A pool over the days looked at: what it came to, what it could have done, and what one event takes of it. */
export interface PoolOfDays {
  readonly cost: number
  /** Absent: all was used. */
  readonly capacity?: number
  /** By event: the minutes (or units) that one of them takes. */
  readonly uses: Readonly<Record<string, number>>
}

/** A pool with what was done of it. */
export interface Allocation {
  readonly name: string
  readonly cost: number
  /** In minutes, or whatever unit the uses have; undefined where none is told. */
  readonly capacity: number | undefined
  readonly used: number
  /** Cost of one minute. */
  readonly rate: number
  /** `allocated + idle = cost`. */
  readonly allocated: number
  readonly idle: number
  /** More was done than could be: the capacity, or a time, is not what was told. */
  readonly isOverloaded: boolean
  readonly uses: readonly {
    readonly event: string
    readonly count: number
    readonly time: number
    /** Cost of one event. */
    readonly unitCost: number
    readonly cost: number
  }[]
}

/**
 * Rate = cost / capacity; an event costs its time times the rate; what the events do not take is idle and charged to nobody
 * (Kaplan, Anderson 2004, "Time-driven activity-based costing"). Without a capacity, or beyond it, all of the cost is charged, by
 * the time taken, so that allocations always add up to the pool. A pool of which nothing was used is idle as a whole.
 */
export function allocate(
  pools: Readonly<Record<string, PoolOfDays>>,
  counts: ReadonlyMap<string, number>,
): readonly Allocation[] {
  return Object.entries(pools).map(([name, { cost, capacity, uses }]) => {
    const times = Object.entries(uses).map(([event, time]) => ({
      event,
      time,
      count: counts.get(event) ?? 0,
    }))
    const used = times.reduce((sum, { count, time }) => sum + count * time, 0)
    const isOverloaded = capacity !== undefined && used > capacity
    const whole = capacity === undefined || isOverloaded ? used : capacity
    const each = used > 0 && whole > 0 ? cost / whole : 0
    // A time too short for a number is none.
    const rate = Number.isFinite(each) ? each : 0
    const allocated = rate * used
    return {
      name,
      cost,
      capacity,
      used,
      rate,
      allocated,
      idle: cost - allocated,
      isOverloaded,
      uses: times.map(({ event, time, count }) => ({
        event,
        time,
        count,
        unitCost: rate * time,
        cost: rate * time * count,
      })),
    }
  })
}
