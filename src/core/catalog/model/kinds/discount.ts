/** Discount affinity: how much of somebody's spend waits for a discount. */
import { AMOUNT, days, EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `discount`. */
export const DISCOUNT: ModelSpec = {
  kind: 'discount',
  key: 'discount',
  refresh: 'weekly',
  label: [
    'Discount affinity',
    'Afinidade a descontos',
    'Afinidad a los descuentos',
    'Attrait des remises',
  ],
  about: [
    'The share of spend that waits for a discount, drawn towards the base’s where somebody has bought little.',
    'A parcela do gasto que espera por desconto, aproximada da base onde se comprou pouco.',
    'La parte del gasto que espera un descuento, acercada a la base donde se compró poco.',
    'La part des dépenses qui attend une remise, rapprochée de la base pour qui a peu acheté.',
  ],
  settings: [
    EVENT,
    AMOUNT,
    {
      name: 'discount',
      kind: 'property',
      label: [
        'property that shows a discount: an amount above 0, or a code; found by its name when absent',
        'propriedade que mostra desconto: valor acima de 0, ou código; encontrada pelo nome quando ausente',
        'propiedad que muestra un descuento: importe mayor que 0, o código; se halla por su nombre si falta',
        'propriété qui montre une remise : montant au-dessus de 0, ou code ; trouvée par son nom en son absence',
      ],
    },
    days(730),
  ],
  outputs: () => [
    {
      name: 'affinity',
      unit: 'share',
      label: [
        'share of spend at a discount',
        'parcela do gasto com desconto',
        'parte del gasto con descuento',
        'part des dépenses avec remise',
      ],
    },
  ],
}
