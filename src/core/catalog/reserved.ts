/** The words that definitions must write between backticks when they are names. */

/** Kept equal to the language's own list by a test of the segment room. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  (
    'and or not in is has where within between under contains starts ends matches any everyone true false ' +
    'count sum avg min max first last age tenure measure'
  ).split(' '),
)
