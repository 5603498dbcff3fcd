/** Examples in a segment file: pasts of made-up customers, and whether the segment is meant to take them in. */
import * as z from 'zod'
import type { Place } from '../base/index.ts'
import type { YamlSource } from './yaml.ts'

type FilePlace = Extract<Place, { kind: 'file' }>

/** Something written, with where it stands. */
export interface Placed<T> {
  readonly value: T
  readonly at: FilePlace
}

/** A value as written; its type is the catalogue's affair. Null clears a trait. */
export type ExampleValue = string | boolean | null | readonly string[]

/** A named value; `at` is the value's place and `nameAt` that of the name. */
export interface ExampleField extends Placed<ExampleValue> {
  readonly name: string
  readonly nameAt: FilePlace
}

export interface ExampleElements {
  readonly name: string
  readonly nameAt: FilePlace
  readonly rows: readonly (readonly ExampleField[])[]
}

export interface ExampleEvent {
  readonly event: Placed<string>
  readonly at: Placed<string>
  readonly id?: string
  readonly properties: readonly ExampleField[]
  readonly elements: readonly ExampleElements[]
}

/** One example of a segment file. */
export interface SegmentExample {
  /** What `in` or `out` says of the customer. */
  readonly title: Placed<string>
  readonly member: boolean
  readonly asOf: Placed<string>
  /** Known from the beginning. */
  readonly traits: readonly ExampleField[]
  /** Traits set (or cleared) at an instant. */
  readonly changes: readonly {
    readonly at: Placed<string>
    readonly traits: readonly ExampleField[]
  }[]
  readonly events: readonly ExampleEvent[]
  /** Lists the customer is on from the beginning. */
  readonly lists: readonly Placed<string>[]
  readonly scores: readonly ExampleField[]
}

type Fields = Readonly<Record<string, ExampleValue>>

/** An example as written. */
export interface ExampleText {
  readonly in?: string | undefined
  readonly out?: string | undefined
  readonly asOf: string
  readonly traits?: Fields | undefined
  readonly changes?: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly events?: readonly Readonly<Record<string, unknown>>[] | undefined
  readonly lists?: readonly string[] | undefined
  readonly scores?: Readonly<Record<string, string>> | undefined
}

const text = z.string().min(1)
const written = z.union([z.string(), z.number().transform(String)])
const value = z.union([written, z.boolean(), z.null(), z.array(written)])
const fields = z.record(text, value)

/** `examples:` of a segment file. */
export const EXAMPLES: z.ZodType<readonly ExampleText[]> = z
  .array(
    z.strictObject({
      in: text.optional().describe('Who this is; the customer belongs to the segment'),
      out: text.optional().describe('Who this is; the customer does not belong to the segment'),
      asOf: text.describe('A day (its end) or an instant: 2026-01-31, 2026-01-31T10:00'),
      traits: fields.optional().describe('Known from the beginning: { country: PT }'),
      changes: z
        .array(z.object({ at: text }).catchall(value))
        .optional()
        .describe('Traits set or cleared (null) later: { at: 2026-01-31, tier: gold }'),
      events: z
        .array(
          z
            .object({ event: text, at: text, id: written.optional() })
            .catchall(z.union([value, z.array(fields)])),
        )
        .optional()
        .describe('{ event: purchase, at: 2026-01-31, amount: 12.50, item: [{ category: Tea }] }'),
      lists: z.array(text).optional().describe('Static lists the customer is on'),
      scores: z.record(text, written).optional().describe('What models say: { churn.risk: 0.7 }'),
    }),
  )
  .describe('Pasts that are in or out, tried by `tessera test` and before `tessera apply`')

/** Examples with their places. An example needs either `in` or `out`; `onSide` is told of those that do not. */
export function examplesOf(
  examples: readonly ExampleText[],
  source: Pick<YamlSource, 'locate'>,
  onSide: (at: FilePlace) => void,
): readonly SegmentExample[] {
  return examples.flatMap((example, i): SegmentExample[] => {
    const path = ['examples', i] as const
    const title = example.in ?? example.out
    if (title === undefined || (example.in !== undefined && example.out !== undefined)) {
      onSide(source.locate(path))
      return []
    }
    const placed = (step: string, of: string): Placed<string> => ({
      value: of,
      at: source.locate([...path, step]),
    })
    const within = (...steps: readonly (string | number)[]): Reader =>
      reader(source, [...path, ...steps])
    return [
      {
        title: placed(example.in === undefined ? 'out' : 'in', title),
        member: example.in !== undefined,
        asOf: placed('asOf', example.asOf),
        traits: within('traits').fields(example.traits ?? {}),
        changes: (example.changes ?? []).map((change, j) => {
          const { at, ...traits } = change
          const here = within('changes', j)
          return { at: here.text('at', at), traits: here.fields(traits) }
        }),
        events: (example.events ?? []).map((event, j) => eventOf(event, within('events', j))),
        lists: (example.lists ?? []).map((list, j) => within('lists').text(j, list)),
        scores: within('scores').fields(example.scores ?? {}),
      },
    ]
  })
}

interface Reader {
  readonly text: (step: string | number, value: unknown) => Placed<string>
  readonly fields: (of: Readonly<Record<string, unknown>>) => readonly ExampleField[]
  readonly name: (step: string) => FilePlace
  readonly below: (...steps: readonly (string | number)[]) => Reader
}

function reader(source: Pick<YamlSource, 'locate'>, path: readonly (string | number)[]): Reader {
  const name = (step: string): FilePlace => source.locate([...path, step], { key: true })
  return {
    name,
    text: (step, of) => ({ value: String(of), at: source.locate([...path, step]) }),
    fields: (of) =>
      Object.entries(of).map(([key, one]) => ({
        name: key,
        // The schema has let nothing else through.
        value: one as ExampleValue,
        at: source.locate([...path, key]),
        nameAt: name(key),
      })),
    below: (...steps) => reader(source, [...path, ...steps]),
  }
}

function isRows(of: unknown): of is readonly Fields[] {
  return (
    Array.isArray(of) && of.length > 0 && of.every((row) => typeof row === 'object' && row !== null)
  )
}

function eventOf(written: Readonly<Record<string, unknown>>, here: Reader): ExampleEvent {
  const { event, at, id, ...rest } = written
  const parts = Object.entries(rest)
  return {
    event: here.text('event', event),
    at: here.text('at', at),
    ...(id === undefined ? {} : { id: String(id) }),
    properties: here.fields(Object.fromEntries(parts.filter(([, of]) => !isRows(of)))),
    elements: parts.flatMap(([name, of]): ExampleElements[] =>
      isRows(of)
        ? [
            {
              name,
              nameAt: here.name(name),
              rows: of.map((row, i) => here.below(name, i).fields(row)),
            },
          ]
        : [],
    ),
  }
}
