/** Cost to serve: who uses how much of what the programme pays for. */
import { AMOUNT, days, EVENT, MARGIN } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `cost`. */
export const COST: ModelSpec = {
  kind: 'cost',
  key: 'cost',
  refresh: 'monthly',
  label: ['Cost to serve', 'Custo de atendimento', 'Coste de servir', 'Coût de service'],
  about: [
    'What each customer costs by the time that their tickets, returns and deliveries take, and what margin is left after it.',
    'O que cada cliente custa pelo tempo que tomam seus chamados, devoluções e entregas, e a margem que sobra.',
    'Lo que cuesta cada cliente por el tiempo que llevan sus incidencias, devoluciones y envíos, y el margen que queda.',
    'Ce que coûte chaque client selon le temps de ses tickets, retours et livraisons, et la marge qui reste.',
  ],
  settings: [
    EVENT,
    AMOUNT,
    days(365),
    {
      name: 'pools',
      kind: 'pools',
      required: true,
      label: [
        'what is paid for in these days (cost), the minutes it could work (capacity), and the minutes that one event takes (uses)',
        'o que se paga nestes dias (cost), os minutos que poderia trabalhar (capacity) e os minutos que toma um evento (uses)',
        'lo que se paga en estos días (cost), los minutos que podría trabajar (capacity) y los minutos que lleva un evento (uses)',
        'ce qui est payé ces jours-là (cost), les minutes de travail possibles (capacity) et les minutes que prend un événement (uses)',
      ],
    },
    {
      name: 'direct',
      kind: 'amounts',
      label: [
        'amounts that are costs themselves, as event.property, times a factor (a discount given: purchase.discount: 1)',
        'valores que são custos em si, como evento.propriedade, vezes um fator (desconto dado: purchase.discount: 1)',
        'importes que son costes en sí, como evento.propiedad, por un factor (descuento dado: purchase.discount: 1)',
        'montants qui sont eux-mêmes des coûts, comme événement.propriété, fois un facteur (remise accordée : purchase.discount: 1)',
      ],
      example: { 'purchase.discount': 1 },
    },
    MARGIN,
  ],
  outputs: () => [
    {
      name: 'cost',
      unit: 'money',
      label: ['cost to serve', 'custo de atendimento', 'coste de servir', 'coût de service'],
    },
    {
      name: 'margin_after_cost',
      unit: 'money',
      label: [
        'margin after cost to serve',
        'margem após o custo de atendimento',
        'margen tras el coste de servir',
        'marge après coût de service',
      ],
    },
  ],
}
