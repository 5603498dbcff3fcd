/** Propensity: the chance that a customer will do something within a time. */
import { days, EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'
import { CONFIRMED, FEATURES, PROTECTED, sample, TRAITS } from './learned.ts'

/** `propensity`. */
export const PROPENSITY: ModelSpec = {
  kind: 'propensity',
  key: 'propensity',
  refresh: 'weekly',
  label: ['Propensity', 'Propensão', 'Propensión', 'Propension'],
  about: [
    'The chance that a customer will meet a condition within a time: learned at past instants from what was known then, judged on later ones.',
    'A chance de um cliente cumprir uma condição num prazo: aprendida em instantes passados com o que então se sabia, julgada em posteriores.',
    'La probabilidad de que un cliente cumpla una condición en un plazo: aprendida en instantes pasados con lo que entonces se sabía, juzgada en posteriores.',
    'La probabilité qu’un client remplisse une condition dans un délai : apprise à des instants passés avec ce qu’on savait alors, jugée sur de plus récents.',
  ],
  settings: [
    EVENT,
    {
      name: 'outcome',
      kind: 'condition',
      label: [
        'what is to be foretold, asked at the end of the horizon; windows must not reach back beyond it; a purchase within the horizon when absent',
        'o que se quer prever, perguntado no fim do horizonte; as janelas não devem ir além dele; uma compra no horizonte quando ausente',
        'lo que se quiere predecir, preguntado al final del horizonte; las ventanas no deben ir más atrás; una compra en el horizonte si falta',
        'ce qu’il faut prévoir, demandé à la fin de l’horizon ; les fenêtres ne doivent pas remonter au-delà ; un achat dans l’horizon en son absence',
      ],
      example: 'any(purchase, last 60 days)',
    },
    {
      name: 'horizon',
      kind: 'whole',
      default: 60,
      range: [1, 1000],
      label: [
        'days within which it is to come about',
        'dias em que deve acontecer',
        'días en los que debe ocurrir',
        'jours pendant lesquels cela doit arriver',
      ],
    },
    {
      name: 'customers',
      kind: 'condition',
      label: [
        'whom to look at, asked at the start; those who bought in the days looked at when absent',
        'quem considerar, perguntado no início; quem comprou nos dias considerados quando ausente',
        'a quién mirar, preguntado al inicio; quienes compraron en los días considerados si falta',
        'qui regarder, demandé au début ; ceux qui ont acheté pendant les jours considérés en son absence',
      ],
      example: 'everyone',
    },
    days(365),
    FEATURES,
    TRAITS,
    PROTECTED,
    CONFIRMED,
    {
      name: 'instants',
      kind: 'whole',
      default: 4,
      range: [1, 12],
      label: [
        'past instants to learn at, a horizon apart; the latest judges, the one before it tunes',
        'instantes passados para aprender, separados por um horizonte; o último julga, o anterior ajusta',
        'instantes pasados de los que aprender, a un horizonte de distancia; el último juzga, el anterior ajusta',
        'instants passés où apprendre, à un horizon d’écart ; le dernier juge, l’avant-dernier règle',
      ],
    },
    sample(10_000),
  ],
  outputs: () => [
    {
      name: 'probability',
      unit: 'share',
      label: ['probability', 'probabilidade', 'probabilidad', 'probabilité'],
    },
    {
      name: 'decile',
      unit: 'class',
      label: [
        'tenth (1: the likeliest … 10)',
        'décimo (1: os mais prováveis … 10)',
        'decil (1: los más probables … 10)',
        'dixième (1 : les plus probables … 10)',
      ],
    },
  ],
}
