/** Names of the grid's segments and warnings about scores, in four languages. */
import type { Words } from '../../base/index.ts'

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
