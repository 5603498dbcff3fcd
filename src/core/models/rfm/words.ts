/** Names of the grid's segments and warnings about scores, in four languages. */
import type { Words } from '../../base/index.ts'
import type { CutWarning } from './cuts.ts'

/** Codes of the segments of `RFM_GRID`, and of what it leaves out. */
export type RfmSegmentCode =
  | 'champions'
  | 'potential-loyalist'
  | 'loyal-customers'
  | 'promising'
  | 'new-customers'
  | 'cannot-lose-them'
  | 'at-risk'
  | 'need-attention'
  | 'about-to-sleep'
  | 'lost'
  | 'others'

/** The names that people read. */
export const RFM_SEGMENT_WORDS: Words<RfmSegmentCode> = {
  en: {
    champions: 'Champions',
    'potential-loyalist': 'Potential loyalists',
    'loyal-customers': 'Loyal customers',
    promising: 'Promising',
    'new-customers': 'New customers',
    'cannot-lose-them': 'Cannot lose them',
    'at-risk': 'At risk',
    'need-attention': 'Need attention',
    'about-to-sleep': 'About to sleep',
    lost: 'Lost',
    others: 'Others',
  },
  'pt-BR': {
    champions: 'Campeões',
    'potential-loyalist': 'Fiéis em potencial',
    'loyal-customers': 'Clientes fiéis',
    promising: 'Promissores',
    'new-customers': 'Clientes novos',
    'cannot-lose-them': 'Não podemos perder',
    'at-risk': 'Em risco',
    'need-attention': 'Precisam de atenção',
    'about-to-sleep': 'Prestes a adormecer',
    lost: 'Perdidos',
    others: 'Outros',
  },
  es: {
    champions: 'Campeones',
    'potential-loyalist': 'Fieles en potencia',
    'loyal-customers': 'Clientes fieles',
    promising: 'Prometedores',
    'new-customers': 'Clientes nuevos',
    'cannot-lose-them': 'No podemos perderlos',
    'at-risk': 'En riesgo',
    'need-attention': 'Necesitan atención',
    'about-to-sleep': 'A punto de dormirse',
    lost: 'Perdidos',
    others: 'Otros',
  },
  fr: {
    champions: 'Champions',
    'potential-loyalist': 'Fidèles en devenir',
    'loyal-customers': 'Clients fidèles',
    promising: 'Prometteurs',
    'new-customers': 'Nouveaux clients',
    'cannot-lose-them': 'À ne pas perdre',
    'at-risk': 'À risque',
    'need-attention': 'À surveiller',
    'about-to-sleep': "Sur le point de s'endormir",
    lost: 'Perdus',
    others: 'Autres',
  },
}

/** Sentences with `{measure}`, `{used}` and `{bins}`. */
export const RFM_WARNING_WORDS: Words<CutWarning> = {
  en: {
    'bins-collapsed':
      '{measure}: only {used} of {bins} scores are in use, because too many customers share one value.',
    'bins-uneven': '{measure}: one score holds more than twice its even share of customers.',
    'offset-presumes-whole-numbers':
      '{measure}: cutting at quantiles plus 1 presumes whole numbers, which these values are not.',
    'one-value': '{measure}: all customers have the same value, so the score says nothing.',
    'cuts-not-ascending': '{measure}: the thresholds are not in ascending order.',
  },
  'pt-BR': {
    'bins-collapsed':
      '{measure}: só {used} de {bins} notas são usadas, porque clientes demais têm o mesmo valor.',
    'bins-uneven': '{measure}: uma nota reúne mais que o dobro da sua parte igual de clientes.',
    'offset-presumes-whole-numbers':
      '{measure}: cortar nos quantis mais 1 supõe números inteiros, e estes valores não são.',
    'one-value': '{measure}: todos os clientes têm o mesmo valor; a nota não diz nada.',
    'cuts-not-ascending': '{measure}: os limites não estão em ordem crescente.',
  },
  es: {
    'bins-collapsed':
      '{measure}: solo se usan {used} de {bins} puntuaciones, porque demasiados clientes comparten un valor.',
    'bins-uneven':
      '{measure}: una puntuación reúne más del doble de la parte igual de clientes que le toca.',
    'offset-presumes-whole-numbers':
      '{measure}: cortar en los cuantiles más 1 supone números enteros, y estos valores no lo son.',
    'one-value': '{measure}: todos los clientes tienen el mismo valor; la puntuación no dice nada.',
    'cuts-not-ascending': '{measure}: los umbrales no están en orden ascendente.',
  },
  fr: {
    'bins-collapsed':
      '{measure} : seules {used} notes sur {bins} servent, car trop de clients ont la même valeur.',
    'bins-uneven': '{measure} : une note réunit plus du double de sa part égale de clients.',
    'offset-presumes-whole-numbers':
      '{measure} : couper aux quantiles plus 1 suppose des nombres entiers, ce que ces valeurs ne sont pas.',
    'one-value': '{measure} : tous les clients ont la même valeur ; la note ne dit rien.',
    'cuts-not-ascending': '{measure} : les seuils ne sont pas en ordre croissant.',
  },
}
