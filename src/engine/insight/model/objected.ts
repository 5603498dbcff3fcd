/** Models and those who object to profiling: neither learned from nor scored, and said how many. */
import { PRIVACY_FLOOR, say, type ReportDraft, type Texts } from '../../../core/insight/index.ts'
import { sql, type Sql } from '../../../core/sql/index.ts'
import { knownKeys, objectors } from '../../run/index.ts'
import type { ReportContext } from '../report/kind.ts'
import type { ModelResult } from './kind.ts'

type Scores = NonNullable<ModelResult['scores']>

/** Whom a model must not look at, as of the context's instant; undefined where the catalogue knows no such consent. */
export function leftOutOf(context: ReportContext): ReportContext['leftOut'] {
  const { asOf: at, current, table } = context
  const { catalogue } = current.programme
  const own = objectors(catalogue, { table, at })
  return own === undefined ? undefined : (on) => objectors(catalogue, { table: on, at }) ?? own
}

/** The scores of everybody else, per shard. */
export function scoredBut(
  context: ReportContext,
  scores: Scores,
): (table: ReportContext['table']) => Sql {
  const leftOut = leftOutOf(context)
  return (table) => {
    const all = scores({ ...context, table })
    if (leftOut === undefined) return all
    return sql`SELECT * FROM (${all}) WHERE customer_key NOT IN (${leftOut(table)})`
  }
}

const SOME: Texts = [
  'Left out: {n} customers object to profiling. They were not learned from, and have no score.',
  'Fora do modelo: {n} clientes se opõem à criação de perfis. Não serviram ao aprendizado e não têm pontuação.',
  'Quedan fuera {n} clientes que se oponen a la elaboración de perfiles. No se aprendió de ellos y no tienen puntuación.',
  'Laissés de côté : {n} clients s’opposent au profilage. Rien n’a été appris d’eux, et ils n’ont pas de score.',
]
const FEW: Texts = [
  'Left out: fewer than {n} customers object to profiling. They were not learned from, and have no score.',
  'Fora do modelo: menos de {n} clientes se opõem à criação de perfis. Não serviram ao aprendizado e não têm pontuação.',
  'Quedan fuera menos de {n} clientes que se oponen a la elaboración de perfiles. No se aprendió de ellos y no tienen puntuación.',
  'Laissés de côté : moins de {n} clients s’opposent au profilage. Rien n’a été appris d’eux, et ils n’ont pas de score.',
]
const COUNTED: Texts = [
  'No score: {n} customers object to profiling. What they cost is counted, so that the rest is not charged for it.',
  'Sem pontuação: {n} clientes se opõem à criação de perfis. O que custam é contado, para não pesar sobre os demais.',
  'Sin puntuación: {n} clientes se oponen a la elaboración de perfiles. Lo que cuestan se cuenta, para no cargarlo a los demás.',
  'Sans score : {n} clients s’opposent au profilage. Ce qu’ils coûtent est compté, pour ne pas le faire porter aux autres.',
]

/** The report with how many were left out, and that number; as it was where nobody can object. */
export async function withObjected(
  context: ReportContext,
  draft: ReportDraft,
): Promise<{ readonly draft: ReportDraft; readonly objected: number | undefined }> {
  const leftOut = leftOutOf(context)
  if (leftOut === undefined) return { draft, objected: undefined }
  const { snapshot, table } = context
  const [row] = await context.query<{ n: number }>(
    sql`SELECT toFloat64(count()) AS n FROM (${knownKeys(snapshot, table)} AND customer_key IN (${leftOut(table)}))`,
  )
  const n = row?.n ?? 0
  if (n === 0) return { draft, objected: 0 }
  const isFew = n < PRIVACY_FLOOR
  const words = isFew ? FEW : context.leftOut === undefined ? COUNTED : SOME
  const text = say(words, { n: { kind: 'count', value: isFew ? PRIVACY_FLOOR : n } })
  const finding = { code: 'model/objected', tone: 'neutral', text } as const
  const findings = [...draft.findings, finding]
  return { draft: { ...draft, findings }, objected: isFew ? undefined : n }
}
