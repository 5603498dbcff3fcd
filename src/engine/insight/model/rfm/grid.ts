/** The named grid of RFM: ten groups of a five by five by five cube, first match wins, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Range = readonly [low: number, high: number]

/** One named group: bins of five within which it lies. */
export interface GridGroup {
  readonly number: number
  readonly name: Texts
  readonly recency: Range
  readonly frequency: Range
  readonly monetary: Range
}

/**
 * Names and ranges of the R package `rfm` (vignette "RFM customer level data", `rfm_segment`); whoever fits none is 0.
 */
export const GRID: readonly GridGroup[] = [
  group(['Champions', 'Campeões', 'Campeones', 'Champions'], [4, 5], [4, 5], [4, 5]),
  group(
    ['Loyal customers', 'Clientes fiéis', 'Clientes leales', 'Clients fidèles'],
    [2, 5],
    [3, 5],
    [3, 5],
  ),
  group(
    ['Potential loyalists', 'Potenciais fiéis', 'Leales en potencia', 'Fidèles en puissance'],
    [3, 5],
    [1, 3],
    [1, 3],
  ),
  group(
    ['New customers', 'Clientes novos', 'Clientes nuevos', 'Nouveaux clients'],
    [4, 5],
    [1, 1],
    [1, 1],
  ),
  group(['Promising', 'Promissores', 'Prometedores', 'Prometteurs'], [3, 4], [1, 1], [1, 1]),
  group(
    ['Need attention', 'Precisam de atenção', 'Necesitan atención', 'À surveiller'],
    [2, 3],
    [2, 3],
    [2, 3],
  ),
  group(
    ['About to sleep', 'Quase dormindo', 'A punto de dormirse', 'Sur le point de s’endormir'],
    [2, 3],
    [1, 2],
    [1, 2],
  ),
  group(['At risk', 'Em risco', 'En riesgo', 'À risque'], [1, 2], [2, 5], [2, 5]),
  group(
    ['Must not be lost', 'Não se podem perder', 'No se deben perder', 'À ne pas perdre'],
    [1, 1],
    [4, 5],
    [4, 5],
  ),
  group(['Lost', 'Perdidos', 'Perdidos', 'Perdus'], [1, 2], [1, 2], [1, 2]),
].map((one, i) => ({ ...one, number: i + 1 }))

/** Whoever fits no group. */
export const OTHERS: Texts = ['Others', 'Outros', 'Otros', 'Autres']

function group(name: Texts, recency: Range, frequency: Range, monetary: Range): GridGroup {
  return { number: 0, name, recency, frequency, monetary }
}
