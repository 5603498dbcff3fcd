/** Growth potential: what comparable customers show to be possible. */
import { AMOUNT, days, EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `growth`. */
export const GROWTH: ModelSpec = {
  kind: 'growth',
  key: 'growth',
  refresh: 'monthly',
  label: [
    'Growth potential',
    'Potencial de crescimento',
    'Potencial de crecimiento',
    'Potentiel de croissance',
  ],
  about: [
    'How far somebody’s spend is below what a quarter of comparable customers spend: arithmetic, no forecast.',
    'Quanto o gasto de alguém está abaixo do que gasta um quarto dos clientes comparáveis: aritmética, não previsão.',
    'Cuánto queda el gasto de alguien por debajo del de un cuarto de los clientes comparables: aritmética, no pronóstico.',
    'De combien la dépense est sous celle d’un quart des clients comparables : de l’arithmétique, pas une prévision.',
  ],
  settings: [
    EVENT,
    AMOUNT,
    days(365),
    {
      name: 'by',
      kind: 'traits',
      label: [
        'traits that make customers comparable, such as household and region; years as a customer always do',
        'atributos que tornam clientes comparáveis, como domicílio e região; anos como cliente sempre contam',
        'atributos que hacen comparables a los clientes, como hogar y región; los años de cliente siempre cuentan',
        'attributs qui rendent les clients comparables, comme foyer et région ; l’ancienneté compte toujours',
      ],
      example: ['region'],
    },
    {
      name: 'share',
      kind: 'number',
      default: 0.75,
      range: [0.5, 0.95],
      label: [
        'quantile of the comparable customers’ spend that counts as possible',
        'quantil do gasto dos clientes comparáveis que conta como possível',
        'cuantil del gasto de los clientes comparables que cuenta como posible',
        'quantile de la dépense des clients comparables tenu pour possible',
      ],
    },
  ],
  outputs: () => [
    {
      name: 'headroom',
      unit: 'money',
      label: [
        'missing to what is possible',
        'falta para o possível',
        'falta para lo posible',
        'manque par rapport au possible',
      ],
    },
    {
      name: 'possible',
      unit: 'money',
      label: [
        'spend that comparable customers reach',
        'gasto que clientes comparáveis alcançam',
        'gasto que alcanzan clientes comparables',
        'dépense atteinte par des clients comparables',
      ],
    },
  ],
}
