/** Boxes: conditions that hold together, and the fewest of them that say the same. */

/** A measure against a threshold in its own unit; a missing value meets neither. */
export interface Condition {
  readonly measure: string
  readonly op: '>=' | '<'
  readonly threshold: number
}

/** All conditions hold; none at all means everyone. At most one condition per measure and side. */
export type Box = readonly Condition[]

/** Whether a customer is in one of the boxes; `value` gives a measure by name, NaN where it is missing. */
export function meetsRule(boxes: readonly Box[], value: (measure: string) => number): boolean {
  return boxes.some((box) =>
    box.every(({ measure, op, threshold }) =>
      op === '>=' ? value(measure) >= threshold : value(measure) < threshold,
    ),
  )
}

/** Adds a condition, which takes the place of a looser one on the same side. */
export function narrowed(box: Box, condition: Condition): Box {
  const { measure, op, threshold } = condition
  const same = box.find((c) => c.measure === measure && c.op === op)
  if (same === undefined) return [...box, condition]
  const isStricter = op === '>=' ? threshold > same.threshold : threshold < same.threshold
  return isStricter ? box.map((c) => (c === same ? condition : c)) : box
}

/**
 * The same customers with fewer conditions: one may go where what it kept out is in another of the boxes anyway
 * ("A, or not A and B" is "A, or B"). The boxes may then overlap each other, never those of another cluster; a customer
 * who lacks the value asked for may be let in. Cost: boxes^2 x conditions^2.
 */
export function simplified(boxes: readonly Box[]): readonly Box[] {
  const result = [...boxes]
  for (let changed = true; changed;) {
    changed = false
    for (const [i, box] of result.entries()) {
      const others = result.filter((_, other) => other !== i)
      const needless = box.find((c) => others.some((other) => covers(other, negated(box, c))))
      if (needless === undefined) continue
      result[i] = box.filter((c) => c !== needless)
      changed = true
      break
    }
  }
  // A box within another says nothing of its own; of two equal ones the first stays.
  const kept = result.filter(
    (box, i) =>
      !result.some((other, o) => o !== i && covers(other, box) && (o < i || !covers(box, other))),
  )
  return kept.map(readable)
}

/** The part of the box's surroundings that `condition` keeps out. */
function negated(box: Box, condition: Condition): Box {
  const rest = box.filter((c) => c !== condition)
  return narrowed(rest, { ...condition, op: condition.op === '<' ? '>=' : '<' })
}

function covers(outer: Box, inner: Box): boolean {
  return outer.every((o) =>
    inner.some(
      (c) =>
        c.measure === o.measure &&
        c.op === o.op &&
        (o.op === '>=' ? c.threshold >= o.threshold : c.threshold <= o.threshold),
    ),
  )
}

/** The two ends of a range side by side, measures in the order they were asked about. */
function readable(box: Box): Box {
  const measures = [...new Set(box.map((c) => c.measure))]
  return measures.flatMap((measure) =>
    box.filter((c) => c.measure === measure).toSorted((a, b) => (a.op < b.op ? 1 : -1)),
  )
}
