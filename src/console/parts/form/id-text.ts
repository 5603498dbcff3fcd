/** Ids as people paste them. */

/** One per line or separated by commas, semicolons or tabs; quotation marks of spreadsheets go, each id once. */
export function idsIn(text: string): readonly string[] {
  const ids = text
    .split(/[\n\r,;\t]+/)
    .map((part) =>
      part
        .trim()
        .replace(/^(["'])(.*)\1$/, '$2')
        .trim(),
    )
    .filter((part) => part !== '')
  return [...new Set(ids)]
}
