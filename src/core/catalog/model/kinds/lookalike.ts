/** Lookalike: who resembles the members of a segment. */
import { days, EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'
import { CONFIRMED, FEATURES, PROTECTED, sample, TRAITS } from './learned.ts'

/** `lookalike`. */
export const LOOKALIKE: ModelSpec = {
  kind: 'lookalike',
  key: 'lookalike',
  refresh: 'monthly',
  label: ['Lookalikes', 'Semelhantes', 'Similares', 'Semblables'],
  about: [
    'How much each customer resembles the members of a segment, beyond what defines it.',
    'Quanto cada cliente se parece com os membros de um segmento, além do que o define.',
    'Cuánto se parece cada cliente a los miembros de un segmento, más allá de lo que lo define.',
    'À quel point chaque client ressemble aux membres d’un segment, au-delà de ce qui le définit.',
  ],
  settings: [
    EVENT,
    {
      name: 'segment',
      kind: 'segment',
      required: true,
      label: [
        'the segment whose members are resembled',
        'o segmento com cujos membros se compara',
        'el segmento a cuyos miembros se parece',
        'le segment aux membres duquel on ressemble',
      ],
      example: 'vip',
    },
    {
      name: 'customers',
      kind: 'condition',
      label: [
        'whom to look at; everybody when absent',
        'quem considerar; todos quando ausente',
        'a quién mirar; todos si falta',
        'qui regarder ; tous en son absence',
      ],
      example: 'any(purchase, last 365 days)',
    },
    days(365),
    FEATURES,
    TRAITS,
    PROTECTED,
    CONFIRMED,
    sample(20_000),
  ],
  outputs: () => [
    {
      name: 'similarity',
      unit: 'share',
      label: [
        'resemblance (0 to 1): it ranks, it is no probability',
        'semelhança (0 a 1): ordena, não é probabilidade',
        'parecido (0 a 1): ordena, no es una probabilidad',
        'ressemblance (0 à 1) : elle classe, ce n’est pas une probabilité',
      ],
    },
  ],
}
