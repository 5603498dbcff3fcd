/** The comment by which a segment's file says from which template it was made, and with what. */

const MARK = /^# template: ([a-z][a-z0-9-]*)(?: |$)/m

/** The template's key; undefined when the file names none. */
export function templateOf(text: string): string | undefined {
  return MARK.exec(text)?.[1]
}

/** The comment lines, with one line for each parameter and what it rests on. */
export function markOf(key: string, notes: readonly string[]): string {
  return [
    `# template: ${key}`,
    ...notes.map((note) => `#   ${note.replaceAll(/\s+/g, ' ')}`),
    '',
  ].join('\n')
}
