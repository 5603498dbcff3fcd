/** What the schema finds wrong with a file, said in our codes. */
import type * as z from 'zod'
import type { IssueParams } from '../base/index.ts'
import { ECONOMY_KEYS } from './economy/shape.ts'
import { MODEL_SPECS } from './model/kinds.ts'
import type { CatalogCode } from './words.ts'

/** A fault at a path; `known` are the words that would have been right in place of `wrong`. */
export interface Mismatch {
  readonly code: CatalogCode
  readonly path: readonly (string | number)[]
  readonly atKey: boolean
  readonly params: IssueParams
  readonly wrong?: string
  readonly known?: readonly string[]
}

type ZodIssue = z.core.$ZodIssue

/** Translates; faults inside a union are those of the alternative that the author evidently meant. */
export function mismatches(issues: readonly ZodIssue[], input: unknown): readonly Mismatch[] {
  return issues.flatMap((issue) => translate(issue, [], input))
}

function translate(issue: ZodIssue, above: readonly PropertyKey[], input: unknown): Mismatch[] {
  const path = [...above, ...issue.path].map((step) => (typeof step === 'symbol' ? '' : step))
  const here = valueAt(input, path)
  const key = String(path.at(-1) ?? '')
  const at = (code: CatalogCode, params: IssueParams): Mismatch => ({
    code,
    path,
    atKey: false,
    params,
  })
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((wrong) => {
        const known = knownKeys(path)
        return {
          code: 'catalog/unknown-key',
          path: [...path, wrong],
          atKey: true,
          params: { key: wrong },
          wrong,
          known,
        }
      })
    case 'invalid_key': {
      const isLocale = issue.issues.some((i) => i.code === 'invalid_value')
      const code = isLocale ? 'catalog/unknown-key' : 'catalog/bad-name'
      return [{ ...at(code, isLocale ? { key } : { name: key }), atKey: true }]
    }
    case 'invalid_value': {
      const known = issue.values.map(String)
      return here === undefined
        ? [at('catalog/missing-key', { key })]
        : [
            {
              ...at('catalog/unknown-value', { value: shown(here), known }),
              wrong: shown(here),
              known,
            },
          ]
    }
    case 'invalid_type':
      if (here === undefined) return [at('catalog/missing-key', { key })]
      if (path.length === 0) return [at('catalog/not-a-map', {})]
      return [at('catalog/wrong-kind', { key, expected: kindOf(issue.expected) })]
    case 'invalid_format':
      return [badFormat(key, here, at)]
    case 'too_small':
      return [at('catalog/empty', { key })]
    case 'invalid_union':
      if (here === undefined) return [at('catalog/missing-key', { key })]
      return bestOf(issue, path, input) ?? [at('catalog/wrong-kind', { key, expected: 'other' })]
    default:
      return [at('catalog/wrong-kind', { key, expected: 'other' })]
  }
}

function badFormat(
  key: string,
  here: unknown,
  at: (code: CatalogCode, params: IssueParams) => Mismatch,
): Mismatch {
  const text = shown(here)
  // Type words are the only formatted text besides names and the programme's id.
  return key === 'id' ? at('catalog/bad-name', { name: text }) : at('catalog/bad-words', { text })
}

/** The alternative whose own kind fits (no fault at its very top), with the fewest faults. */
function bestOf(
  issue: z.core.$ZodIssueInvalidUnion,
  path: readonly (string | number)[],
  input: unknown,
): Mismatch[] | undefined {
  const fitting = issue.errors
    .filter((branch) => !branch.some((i) => i.path.length === 0 && i.code === 'invalid_type'))
    .sort((a, b) => a.length - b.length)[0]
  return fitting?.flatMap((inner) => translate(inner, path, input))
}

const TOP = [
  'tessera',
  'id',
  'name',
  'synthetic',
  'timeZone',
  'currency',
  'locales',
  'traits',
  'events',
  'trees',
  'products',
  'measures',
  'scores',
  'rates',
  'costs',
  'points',
]
const SEGMENT = ['why', 'purpose', 'status', 'definition', 'examples']
/** Keys of model files that other files do not have. */
const MODEL = [
  'kind',
  'label',
  'refresh',
  ...new Set(MODEL_SPECS.flatMap((spec) => spec.settings.map((setting) => setting.name))),
]
const EVENT = ['label', 'role', 'counts', 'refundOf', 'properties', 'elements']
const FIELD = ['type', 'label', 'values', 'channel', 'purpose', 'currencyFrom']
const NODE = ['name', 'label', 'children']

/** The keys that exist at a place; the longer list where places of both files look alike. */
function knownKeys(path: readonly (string | number)[]): readonly string[] {
  if (path.length === 0) return [...TOP, ...SEGMENT, ...MODEL]
  if (path[0] === 'events' && path.length === 2) return EVENT
  if (path[0] === 'trees') return NODE
  const economy = ECONOMY_KEYS[String(path[0])]
  if (economy !== undefined) return economy
  return [...FIELD, ...EVENT]
}

function kindOf(expected: string): string {
  if (expected === 'string') return 'text'
  if (expected === 'array') return 'list'
  if (expected === 'object' || expected === 'record') return 'map'
  return expected === 'boolean' ? 'boolean' : 'other'
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string, unknown>>)[String(step)]
  }
  return value
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
