/** Settings that several kinds of model share. */
import type { ModelSetting } from './spec.ts'

/** Which event is a purchase here. */
export const EVENT: ModelSetting = {
  name: 'event',
  kind: 'event',
  label: [
    'event that counts as a purchase; the one with the role purchase when absent',
    'evento que conta como compra; o que tem o papel purchase quando ausente',
    'evento que cuenta como compra; el que tiene el papel purchase si falta',
    'événement qui compte comme achat ; celui de rôle purchase en son absence',
  ],
  example: 'purchase',
}

/** Which property is what was paid. */
export const AMOUNT: ModelSetting = {
  name: 'amount',
  kind: 'property',
  label: [
    'property that holds what was paid; found by its name when absent',
    'propriedade com o valor pago; encontrada pelo nome quando ausente',
    'propiedad con lo pagado; se halla por su nombre si falta',
    'propriété qui porte le montant payé ; trouvée par son nom en son absence',
  ],
  example: 'amount',
}

/** How far back purchases are looked at. */
export function days(usual: number): ModelSetting {
  return {
    name: 'days',
    kind: 'whole',
    label: ['days looked at', 'dias considerados', 'días considerados', 'jours considérés'],
    default: usual,
    range: [1, 36_600],
  }
}

/** What is left of the price. */
export const MARGIN: ModelSetting = {
  name: 'margin',
  kind: 'number',
  label: [
    'share of the revenue that is left after the cost of goods; 1 means revenue is taken for value',
    'parcela da receita que sobra após o custo das mercadorias; 1 toma a receita como valor',
    'parte de los ingresos que queda tras el coste de la mercancía; 1 toma los ingresos como valor',
    'part du chiffre d’affaires qui reste après le coût des marchandises ; 1 prend le chiffre d’affaires pour la valeur',
  ],
  default: 1,
  range: [0, 1],
}
