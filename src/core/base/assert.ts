/** Bugs: a broken promise inside our own code stops at once. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`bug: ${message}`)
}

/** Marks a branch that the types say cannot be reached. */
export function never(value: never): never {
  throw new Error(`bug: unexpected ${JSON.stringify(value)}`)
}
