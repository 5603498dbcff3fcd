/** How the columns of a file become facts: the shape of `mappings/<name>.yaml`. */

export const DATE_ORDERS = [
  'ymd',
  'dmy',
  'mdy',
  'ym',
  'epoch-seconds',
  'epoch-milliseconds',
] as const
/**
 * How days are written: the order of year, month and day, or a count since 1970; with `ym` a year alone or with its month
 * stands for its first day, beside days as `ymd` has them.
 */
export type DateOrder = (typeof DATE_ORDERS)[number]

export const FILE_TYPES = ['csv', 'ndjson', 'parquet'] as const
/** `csv` stands for every text table, whatever its delimiter. */
export type FileType = (typeof FILE_TYPES)[number]

export type Scalar = string | number | boolean
/** A column, or several whose texts are joined (a date and a time with a space, parts of an id with `/`). */
export type ColumnsText = string | readonly string[]

/** A recipe as written in YAML. */
export interface WrittenSource {
  readonly from?: ColumnsText | undefined
  readonly constant?: Scalar | undefined
  readonly multiply?: readonly string[] | undefined
  readonly negate?: boolean | undefined
  readonly absolute?: boolean | undefined
  readonly values?: Readonly<Record<string, Scalar>> | undefined
  readonly dates?: DateOrder | undefined
  readonly separator?: string | undefined
}

/** A test on one column of a row; every part that is given must hold. */
export interface RowCondition {
  readonly column: string
  readonly is?: Scalar | readonly Scalar[] | undefined
  readonly starts_with?: string | undefined
  /** RE2, anywhere in the text. */
  readonly matches?: string | undefined
  readonly empty?: boolean | undefined
  readonly below?: number | undefined
  readonly above?: number | undefined
}

/** What the mapping says of the file itself, against what was detected. */
export interface FormatOverrides {
  readonly type?: FileType | undefined
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
  readonly quote?: string | undefined
  readonly header?: boolean | undefined
  readonly columns?: readonly string[] | undefined
  readonly decimal?: '.' | ',' | undefined
  readonly dates?: DateOrder | undefined
  readonly missing?: readonly string[] | undefined
  readonly time_zone?: string | undefined
}

export type WrittenFields = Readonly<Record<string, string | WrittenSource>>

/** The mapping as a plain document, the way it stands in YAML. */
export interface MappingDocument {
  readonly name: string
  readonly files: readonly string[]
  readonly format: FormatOverrides
  readonly kind: 'customers' | 'products' | 'events'
  readonly event?: string | undefined
  readonly customer?: ColumnsText | undefined
  readonly at?: ColumnsText | undefined
  readonly id?: ColumnsText | undefined
  readonly lines?: string | undefined
  readonly each?: string | undefined
  readonly product?: string | undefined
  readonly fields: WrittenFields
  readonly clear?: string | undefined
  readonly routes: readonly {
    readonly when: RowCondition
    readonly event: string
    readonly fields?: WrittenFields | undefined
  }[]
  readonly set_aside: readonly { readonly when: RowCondition; readonly reason: string }[]
}

/** Where the value of a trait or property comes from. Exactly one of `from`, `constant`, `multiply` is set. */
export interface FieldSource {
  readonly from?: readonly string[]
  readonly constant?: string | number | boolean
  readonly multiply?: readonly string[]
  readonly negate: boolean
  readonly absolute: boolean
  readonly values: Readonly<Record<string, string>>
  readonly dates?: DateOrder
  readonly separator?: string
}

export type FieldSources = Readonly<Record<string, FieldSource>>

export interface Route {
  readonly when: RowCondition
  readonly event: string
  /** Replaces fields of the mapping for these rows. */
  readonly fields: FieldSources
}

/** A mapping ready for use. */
export interface Mapping {
  readonly name: string
  readonly files: readonly string[]
  readonly format: FormatOverrides
  readonly kind: 'customers' | 'products' | 'events'
  readonly event?: string
  readonly customer?: readonly string[]
  readonly at?: readonly string[]
  readonly id?: readonly string[]
  readonly lines?: string
  readonly each?: string
  readonly product?: string
  readonly fields: FieldSources
  readonly clear?: string
  readonly routes: readonly Route[]
  readonly setAside: readonly { readonly when: RowCondition; readonly reason: string }[]
}

/** Every column of the file that a mapping reads, each once, in a steady order. */
export function usedColumns(mapping: Mapping): readonly string[] {
  const used = new Set<string>()
  const add = (names: readonly string[] | undefined): void => {
    for (const name of names ?? []) used.add(name)
  }
  add(mapping.id)
  add(mapping.customer)
  add(mapping.at)
  add(mapping.product === undefined ? [] : [mapping.product])
  const sources = [mapping.fields, ...mapping.routes.map((route) => route.fields)]
  for (const source of sources.flatMap((s) => Object.values(s))) {
    add(source.from)
    add(source.multiply)
  }
  add(mapping.routes.map((route) => route.when.column))
  add(mapping.setAside.map((rule) => rule.when.column))
  return [...used]
}
