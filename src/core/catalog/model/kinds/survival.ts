/** Time to the next purchase: how likely it is within so many days, given the silence so far. */
import { EVENT } from '../settings.ts'
import type { ModelOutput, ModelSettings, ModelSpec } from '../spec.ts'

const USUAL = [30, 60, 90] as const

/** Days ahead that probabilities are given for. */
export function horizonsIn(settings: ModelSettings): readonly number[] {
  const told = settings['horizons']
  const days = Array.isArray(told) ? told.map(Number) : [...USUAL]
  return [...new Set(days)].toSorted((a, b) => a - b)
}

/** `survival`. */
export const SURVIVAL: ModelSpec = {
  kind: 'survival',
  key: 'return',
  refresh: 'daily',
  label: ['Next purchase', 'Próxima compra', 'Próxima compra', 'Prochain achat'],
  about: [
    'How likely the next purchase is within 30, 60 and 90 days, given how often somebody has bought and how long they have been silent.',
    'Quão provável é a próxima compra em 30, 60 e 90 dias, conforme quantas vezes se comprou e há quanto tempo dura o silêncio.',
    'Qué probable es la próxima compra en 30, 60 y 90 días, según cuántas veces se compró y cuánto dura el silencio.',
    'Probabilité du prochain achat sous 30, 60 et 90 jours, selon le nombre d’achats et la durée du silence.',
  ],
  settings: [
    EVENT,
    {
      name: 'horizons',
      kind: 'numbers',
      default: [...USUAL],
      range: [1, 1000],
      label: [
        'days ahead that a probability is given for; each is a score of its own',
        'dias à frente para os quais se dá uma probabilidade; cada um é uma pontuação',
        'días por delante para los que se da una probabilidad; cada uno es una puntuación',
        'jours à venir pour lesquels une probabilité est donnée ; chacun est un score',
      ],
    },
  ],
  outputs: (settings) => [
    ...horizonsIn(settings).map((days): ModelOutput => ({
      name: `within_${days}`,
      unit: 'share',
      label: [
        `probability of a purchase within ${days} days`,
        `probabilidade de compra em ${days} dias`,
        `probabilidad de compra en ${days} días`,
        `probabilité d’un achat sous ${days} jours`,
      ],
    })),
    {
      name: 'days',
      unit: 'days',
      label: [
        'days until the next purchase (half come sooner)',
        'dias até a próxima compra (metade vem antes)',
        'días hasta la próxima compra (la mitad llega antes)',
        'jours jusqu’au prochain achat (la moitié plus tôt)',
      ],
    },
  ],
}
