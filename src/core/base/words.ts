/** Words in four languages: total records, so that a missing translation does not compile. */
import type { IssueParams } from './issue.ts'
import type { Locale } from './locale.ts'

/** A sentence with `{name}` holes, filled from the params of an issue or failure. */
export type Words<Code extends string> = Readonly<Record<Locale, Readonly<Record<Code, string>>>>

/** Fills the holes; lists are joined with commas, numbers and spaces written in the locale's way. */
export function fill(template: string, params: IssueParams, locale: Locale): string {
  return typeset(template, locale).replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
    const value = params[name]
    if (value === undefined) return hole
    if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
    return typeof value === 'string' ? value : value.join(', ')
  })
}

/** A text as its language sets it. French sets : ; ? ! and « » apart with a space that does not break; texts are typed with plain ones. */
export function typeset(template: string, locale: Locale): string {
  return locale === 'fr' ? template.replaceAll(/ (?=[:;?!»])|(?<=«) /g, '\u00a0') : template
}
