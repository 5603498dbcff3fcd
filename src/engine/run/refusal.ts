/** A verb that cannot go on because of somebody's text or data: a failure that carries its issues. */
import { Failure, type FailureOptions, type Issue } from '../../core/base/index.ts'

/** Thrown by verbs at their border only; inside, issues travel as values. */
export class Refusal extends Failure {
  readonly issues: readonly Issue[]
  /** The texts that the issues point into, by file; '' is what was typed. */
  readonly texts: ReadonlyMap<string, string>

  constructor(
    message: string,
    options: FailureOptions,
    found: { readonly issues: readonly Issue[]; readonly texts?: ReadonlyMap<string, string> },
  ) {
    super(message, options)
    this.name = 'Refusal'
    this.issues = found.issues
    this.texts = found.texts ?? new Map()
  }
}
