/** Conditions one after the other. */

/** "a; b; and c": `last` stands before the last of several. */
export function series(parts: readonly string[], between: string, last: string): string {
  const end = parts.at(-1) ?? ''
  return parts.length < 2 ? end : `${parts.slice(0, -1).join(between)}${last}${end}`
}
