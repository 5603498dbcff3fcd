/** Looks over the bytes of a JSON text before it is parsed: how deep it goes, and how long each listed message is. */

/** What was seen. The text may still be no JSON: the parser says so. */
export interface Shape {
  readonly depth: number
  /** Bytes of each object in a list that lies directly in the root object, in order. */
  readonly lengths: readonly number[]
}

const QUOTE = 34
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN_OBJECT = 123
const CLOSE_OBJECT = 125
/** Root object, list, message. */
const MESSAGE_DEPTH = 3

/** One pass over the bytes; UTF-8 never hides a bracket in a longer character. */
export function shapeOf(bytes: Uint8Array): Shape {
  const lengths: number[] = []
  let depth = 0
  let deepest = 0
  let inList = false
  let begun = 0
  for (let n = 0; n < bytes.length; n++) {
    switch (bytes[n]) {
      case QUOTE:
        n = endOfString(bytes, n + 1)
        break
      case OPEN_OBJECT:
      case OPEN_LIST:
        depth++
        if (depth > deepest) deepest = depth
        if (depth === MESSAGE_DEPTH - 1) inList = bytes[n] === OPEN_LIST
        if (depth === MESSAGE_DEPTH) begun = n
        break
      case CLOSE_OBJECT:
      case CLOSE_LIST:
        if (depth === MESSAGE_DEPTH && inList) lengths.push(n + 1 - begun)
        depth--
        break
    }
  }
  return { depth: deepest, lengths }
}

/** The place of the closing quote, or the end. */
function endOfString(bytes: Uint8Array, from: number): number {
  let n = from
  while (n < bytes.length && bytes[n] !== QUOTE) n += bytes[n] === BACKSLASH ? 2 : 1
  return n
}
