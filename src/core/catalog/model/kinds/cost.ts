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
    'What each customer costs by the time that their tickets, returns and deliveries take (`costs:` in tessera.yaml), and what margin is left after it.',
    'O que cada cliente custa pelo tempo que tomam seus chamados, devoluções e entregas (`costs:` em tessera.yaml), e a margem que sobra.',
    'Lo que cuesta cada cliente por el tiempo que llevan sus incidencias, devoluciones y envíos (`costs:` en tessera.yaml), y el margen que queda.',
    'Ce que coûte chaque client selon le temps de ses tickets, retours et livraisons (`costs:` dans tessera.yaml), et la marge qui reste.',
  ],
  settings: [EVENT, AMOUNT, days(365), MARGIN],
  reads: 'costs',
  moved: ['pools', 'direct'],
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
