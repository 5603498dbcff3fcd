/** What a kind of model is to those who write its file: its settings with their defaults, and the scores that it gives. */
import { LOCALES, type LocalText } from '../../base/index.ts'
import type { ScoreUnit } from '../catalog.ts'

/** One text in the order of `LOCALES`: English, Brazilian Portuguese, Spanish, French. */
export type ModelWords = readonly [en: string, ptBR: string, es: string, fr: string]

/** What a setting may be told. */
export type SettingValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | Readonly<Record<string, number>>
  | Readonly<Record<string, string>>

/**
 * `text`; `number` within its range (`whole` without decimals); `choice`; `flag`; names of the catalogue: `event`,
 * `property` (of the model's event, lines' properties as `item.price`), `trait`, `traits`; `segment`: a key; text in the segment
 * language: `expression` (a number), `condition`; several: `texts`, `numbers`, `weights` (name -> number), `expressions` and
 * `conditions` (by name), `picks` (name -> one of the choices), `items` (name -> items of a scale).
 */
export type SettingKind =
  | 'text'
  | 'number'
  | 'whole'
  | 'choice'
  | 'flag'
  | 'event'
  | 'property'
  | 'trait'
  | 'traits'
  | 'segment'
  | 'expression'
  | 'condition'
  | 'texts'
  | 'numbers'
  | 'weights'
  | 'expressions'
  | 'conditions'
  | 'picks'
  | 'items'

/** Something that a model's file may say. */
export interface ModelSetting {
  readonly name: string
  readonly kind: SettingKind
  readonly label: ModelWords
  /** Used when the file says nothing; absent where the catalogue or the data decide. */
  readonly default?: SettingValue
  readonly required?: true
  readonly choices?: readonly string[]
  readonly range?: readonly [low: number, high: number]
  /** What a first file shows in place of a default. */
  readonly example?: SettingValue
}

/** A score that a model gives; its name in definitions is `<key>.<name>`. */
export interface ModelOutput {
  readonly name: string
  readonly label: ModelWords
  readonly unit: ScoreUnit
}

/** One kind of model. */
export interface ModelSpec {
  readonly kind: string
  readonly label: ModelWords
  /** What it tells, in one or two sentences. */
  readonly about: ModelWords
  /** The usual key of its file. */
  readonly key: string
  readonly refresh: Refresh
  readonly settings: readonly ModelSetting[]
  readonly outputs: (settings: ModelSettings) => readonly ModelOutput[]
  /** The section of `tessera.yaml` that it reads, and cannot do without. */
  readonly reads?: 'costs' | 'points'
  /** Settings of earlier files that now stand in that section. */
  readonly moved?: readonly string[]
}

/** What a model was told, defaults included. */
export type ModelSettings = Readonly<Record<string, SettingValue>>

/** How often a model is computed anew, by the calendar of the programme; `never`: by hand. */
export const REFRESHES = ['daily', 'weekly', 'monthly', 'never'] as const
export type Refresh = (typeof REFRESHES)[number]

/** Four texts as a label. */
export function modelText(words: ModelWords): Required<LocalText> {
  return Object.fromEntries(
    LOCALES.map((locale, i) => [locale, words[i] ?? words[0]]),
  ) as Required<LocalText>
}

/** A setting that must be a list of texts; empty when it says nothing. */
export function textsIn(settings: ModelSettings, name: string): readonly string[] {
  const value = settings[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** A setting that is a map by name; empty when it says nothing. */
export function mapIn<T extends number | string>(
  settings: ModelSettings,
  name: string,
): Readonly<Record<string, T>> {
  const value = settings[name]
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, T>) : {}
}

/** A setting that is a number. */
export function numberIn(settings: ModelSettings, name: string): number | undefined {
  const value = settings[name]
  return typeof value === 'number' ? value : undefined
}

/** A setting that is one text. */
export function textIn(settings: ModelSettings, name: string): string | undefined {
  const value = settings[name]
  return typeof value === 'string' ? value : undefined
}

/** A name of the catalogue or of people as part of a score's name: `Coffee & tea` -> `coffee_tea`. */
export function outputName(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const name = plain.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  return name.slice(0, 40) || 'other'
}
