/** Which currency codes exist. */

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether text is an ISO 4217 code, such as `EUR`. */
export function isCurrency(code: string): boolean {
  return CURRENCIES.has(code)
}
