/** Own-rhythm churn: silent for longer than this customer's own gaps make likely. */
import { EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `churn`. */
export const CHURN: ModelSpec = {
  kind: 'churn',
  key: 'churn',
  refresh: 'daily',
  label: [
    'Silence beyond the own rhythm',
    'Silêncio além do próprio ritmo',
    'Silencio más allá del propio ritmo',
    'Silence au-delà du rythme propre',
  ],
  about: [
    'Compares the days since the last purchase with the customer’s own gaps: overdue, and at risk of being gone.',
    'Compara os dias desde a última compra com os intervalos do próprio cliente: atrasado e em risco de ter ido.',
    'Compara los días desde la última compra con los intervalos del propio cliente: retrasado y en riesgo de haberse ido.',
    'Compare les jours depuis le dernier achat aux intervalles propres du client : en retard, et menacé de départ.',
  ],
  settings: [
    EVENT,
    {
      name: 'quantile',
      kind: 'number',
      default: 0.9,
      range: [0.5, 0.99],
      label: [
        'share of gaps that are shorter than the limit',
        'parcela dos intervalos menores que o limite',
        'parte de los intervalos más cortos que el límite',
        'part des intervalles plus courts que la limite',
      ],
    },
    {
      name: 'limit',
      kind: 'number',
      default: 1,
      range: [0.1, 20],
      label: [
        'times the limit from which somebody is at risk',
        'vezes o limite a partir das quais alguém está em risco',
        'veces el límite desde las que alguien está en riesgo',
        'multiple de la limite à partir duquel un client est menacé',
      ],
    },
  ],
  outputs: () => [
    {
      name: 'overdue_ratio',
      unit: 'number',
      label: [
        'days of silence against the limit of the own rhythm (1: at the limit)',
        'dias de silêncio em relação ao limite do próprio ritmo (1: no limite)',
        'días de silencio respecto al límite del propio ritmo (1: en el límite)',
        'jours de silence rapportés à la limite du rythme propre (1 : à la limite)',
      ],
    },
    {
      name: 'at_risk',
      unit: 'class',
      label: [
        'at risk (1) or not (0)',
        'em risco (1) ou não (0)',
        'en riesgo (1) o no (0)',
        'menacé (1) ou non (0)',
      ],
    },
  ],
}
