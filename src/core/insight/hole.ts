/** Figures for the holes of sentences, by what they are. */
import type { Figure } from './text.ts'

/** A whole number of things. */
export function asCount(value: number): Figure {
  return { kind: 'count', value }
}

/** A part of a whole, 0..1; nothing known reads as none. */
export function asShare(value: number | undefined): Figure {
  return { kind: 'share', value: value ?? 0 }
}

export function asDays(value: number): Figure {
  return { kind: 'days', value }
}

/** With at most so many decimals. */
export function asNumber(value: number | undefined, digits = 1): Figure {
  return { kind: 'number', value: value ?? 0, digits }
}
