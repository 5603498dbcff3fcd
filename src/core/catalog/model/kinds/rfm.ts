/** Recency, frequency, monetary value: three bins and a named place on the grid. */
import { AMOUNT, days, EVENT } from '../settings.ts'
import type { ModelSetting, ModelSpec, ModelWords } from '../spec.ts'

function cuts(name: string, label: ModelWords): ModelSetting {
  return {
    name,
    kind: 'numbers',
    label,
    example: name === 'recency_cuts' ? [180, 90, 60, 30] : [2, 4, 8, 16],
  }
}

/** `rfm`. */
export const RFM: ModelSpec = {
  kind: 'rfm',
  key: 'rfm',
  refresh: 'daily',
  label: [
    'Recency, frequency, monetary value',
    'Recência, frequência, valor',
    'Recencia, frecuencia, valor',
    'Récence, fréquence, montant',
  ],
  about: [
    'Puts each buyer into bins by when they last bought, how often and how much, and names their place on the grid.',
    'Põe cada comprador em faixas por quando comprou pela última vez, com que frequência e quanto, e dá nome ao seu lugar na grade.',
    'Sitúa a cada comprador en tramos según cuándo compró por última vez, cuántas veces y cuánto, y da nombre a su lugar en la cuadrícula.',
    'Classe chaque acheteur selon son dernier achat, leur nombre et leur montant, et nomme sa place dans la grille.',
  ],
  settings: [
    EVENT,
    AMOUNT,
    days(365),
    {
      name: 'method',
      kind: 'choice',
      choices: ['rank', 'quantile', 'threshold'],
      default: 'rank',
      label: [
        'how bins are cut: rank (equal customers stay together), quantile (as the R package rfm), threshold (your own cuts)',
        'como as faixas são cortadas: rank (clientes iguais ficam juntos), quantile (como o pacote R rfm), threshold (seus próprios cortes)',
        'cómo se cortan los tramos: rank (clientes iguales quedan juntos), quantile (como el paquete R rfm), threshold (cortes propios)',
        'comment les classes sont coupées : rank (les clients égaux restent ensemble), quantile (comme le paquet R rfm), threshold (vos propres seuils)',
      ],
    },
    {
      name: 'bins',
      kind: 'whole',
      default: 5,
      range: [2, 10],
      label: [
        'bins of each measure',
        'faixas de cada medida',
        'tramos de cada medida',
        'classes par mesure',
      ],
    },
    cuts('recency_cuts', [
      'with threshold: days since the last purchase from which a bin is left for the next lower one, falling',
      'com threshold: dias desde a última compra que separam as faixas, em ordem decrescente',
      'con threshold: días desde la última compra que separan los tramos, de mayor a menor',
      'avec threshold : jours depuis le dernier achat qui séparent les classes, décroissants',
    ]),
    cuts('frequency_cuts', [
      'with threshold: purchases from which the next bin begins, rising',
      'com threshold: compras a partir das quais começa a faixa seguinte, em ordem crescente',
      'con threshold: compras desde las que empieza el tramo siguiente, de menor a mayor',
      'avec threshold : achats à partir desquels commence la classe suivante, croissants',
    ]),
    cuts('monetary_cuts', [
      'with threshold: spend from which the next bin begins, rising',
      'com threshold: gasto a partir do qual começa a faixa seguinte, em ordem crescente',
      'con threshold: gasto desde el que empieza el tramo siguiente, de menor a mayor',
      'avec threshold : dépenses à partir desquelles commence la classe suivante, croissantes',
    ]),
  ],
  outputs: () => [
    {
      name: 'recency',
      unit: 'class',
      label: ['recency bin', 'faixa de recência', 'tramo de recencia', 'classe de récence'],
    },
    {
      name: 'frequency',
      unit: 'class',
      label: ['frequency bin', 'faixa de frequência', 'tramo de frecuencia', 'classe de fréquence'],
    },
    {
      name: 'monetary',
      unit: 'class',
      label: ['spend bin', 'faixa de gasto', 'tramo de gasto', 'classe de dépenses'],
    },
    {
      name: 'segment',
      unit: 'class',
      label: [
        'number of the named group (1 champions … 10 lost)',
        'número do grupo nomeado (1 campeões … 10 perdidos)',
        'número del grupo con nombre (1 campeones … 10 perdidos)',
        'numéro du groupe nommé (1 champions … 10 perdus)',
      ],
    },
  ],
}
