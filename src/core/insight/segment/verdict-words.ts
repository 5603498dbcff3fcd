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

/** What is amiss, where a question is not answered well. */
export const PROBLEM_WORDS: Readonly<Record<QualityCheck, Texts>> = {
  distinct: ['near-duplicate', 'quase igual a outro', 'casi igual a otro', 'presque un doublon'],
  meaningful: ['says little', 'diz pouco', 'dice poco', 'peu parlant'],
  actionable: ['hard to reach', 'difícil de alcançar', 'difícil de alcanzar', 'peu joignable'],
  stable: ['changing', 'muda muito', 'cambia mucho', 'changeant'],
  large: ['small', 'pequeno', 'pequeño', 'petit'],
  fair: ['protected attribute', 'atributo protegido', 'atributo protegido', 'attribut protégé'],
  explained: ['no reason given', 'sem motivo dado', 'sin motivo', 'sans raison donnée'],
}

/** Verdicts. */
export const SHORT_VERDICT_WORDS: Readonly<Record<Verdict, Texts>> = {
  good: ['Good', 'Bom', 'Bueno', 'Bon'],
  'with-care': ['With care', 'Com cuidado', 'Con cuidado', 'Avec prudence'],
  'not-yet': ['Not yet', 'Ainda não', 'Aún no', 'Pas encore'],
}
