/** The compiled plan as a source of bits. */
import { Failure } from '../../../../core/base/index.ts'
import { emitSelect, segmentColumn, weave } from '../../../../core/plan/index.ts'
import type { BoundDefinition } from '../../../../core/segment/index.ts'
import { id, raw, sql, join } from '../../../../core/sql/index.ts'
import type { Handle } from '../../handle.ts'
import type { BitsSource } from './source.ts'

/** Weaves definitions into a source; `words` may be more than their numbers need. */
export function planSource(
  handle: Pick<Handle, 'programme'>,
  of: {
    readonly definitions: readonly BoundDefinition[]
    readonly numbers: ReadonlyMap<string, number>
    readonly words: number
    readonly rows: ReadonlyMap<string, number>
  },
): BitsSource {
  const { words, numbers, rows } = of
  return {
    words,
    fixed({ table, asOf }) {
      const plan = weave(of.definitions, handle.programme.catalogue, asOf, { rows })
      const bits = Array.from({ length: words }, (_, w) => {
        const mine = plan.segments.filter(
          (s) => Math.floor((numbers.get(s.segment) ?? 0) / 64) === w,
        )
        const parts = mine.map(
          (s) =>
            sql`bitShiftLeft(toUInt64(${id(segmentColumn(s.segment))}), ${raw(String((numbers.get(s.segment) ?? 0) % 64))})`,
        )
        return parts.length === 0 ? raw('toUInt64(0)') : join(parts, ' + ')
      })
      return sql`SELECT customer_key, [${join(bits, ', ')}] AS bits, CAST(NULL, 'Nullable(DateTime64(3))') AS next_flip FROM (${emitSelect(plan, { table })})`
    },
    own() {
      throw new Failure('not yet', { code: 'run/failed' })
    },
    cutoffs: () => undefined,
  }
}
