/** The world's fault (engine down, disk full, second process): thrown, with a code and what to do. */

export interface FailureOptions {
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  /** True when the same call may succeed later with nothing changed by the caller. */
  readonly retryable?: boolean
  readonly cause?: unknown
}

/** Carries a code that the locale files have words for; `message` is for logs and never holds customer data. */
export class Failure extends Error {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly retryable: boolean

  constructor(message: string, options: FailureOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'Failure'
    this.code = options.code
    this.params = options.params ?? {}
    this.retryable = options.retryable ?? false
  }
}
