/** The checks of a segment and their verdicts in a word or two, for lists and tables. */
import type { Texts } from '../text.ts'
import type { QualityCheck, Verdict } from './quality.ts'

/** The questions, in short. */
export const CHECK_WORDS: Readonly<Record<QualityCheck, Texts>> = {
  distinct: ['Distinct', 'Distinto', 'Distinto', 'Distinct'],
  meaningful: ['Meaningful', 'Significativo', 'Significativo', 'Parlant'],
  actionable: ['Actionable', 'Acionável', 'Accionable', 'Actionnable'],
  stable: ['Stable', 'Estável', 'Estable', 'Stable'],
  large: ['Large enough', 'Grande o bastante', 'Lo bastante grande', 'Assez grand'],
  fair: ['Fair', 'Justo', 'Justo', 'Équitable'],
  explained: ['Explained', 'Explicado', 'Explicado', 'Expliqué'],
}

/** Verdicts. */
export const SHORT_VERDICT_WORDS: Readonly<Record<Verdict, Texts>> = {
  good: ['Good', 'Bom', 'Bueno', 'Bon'],
  'with-care': ['With care', 'Com cuidado', 'Con cuidado', 'Avec prudence'],
  'not-yet': ['Not yet', 'Ainda não', 'Aún no', 'Pas encore'],
}
