/** Points: what each customer holds, and what of it lapses soon. */
import type { ModelSpec } from '../spec.ts'

/** `points`. */
export const POINTS: ModelSpec = {
  kind: 'points',
  key: 'points',
  refresh: 'daily',
  label: ['Points', 'Pontos', 'Puntos', 'Points'],
  about: [
    'What each customer holds in points, what of it lapses soon, and what is missing to the next tier (`points:` in tessera.yaml).',
    'O que cada cliente tem em pontos, o que disso vence logo e quanto falta para o próximo nível (`points:` em tessera.yaml).',
    'Lo que tiene cada cliente en puntos, lo que caduca pronto y lo que falta para el siguiente nivel (`points:` en tessera.yaml).',
    'Ce que chaque client détient en points, ce qui en expire bientôt, et ce qui manque pour le palier suivant (`points:` dans tessera.yaml).',
  ],
  settings: [],
  reads: 'points',
  outputs: () => [
    { name: 'balance', unit: 'number', label: ['held', 'saldo', 'saldo', 'solde'] },
    {
      name: 'expiring_30',
      unit: 'number',
      label: [
        'lapsing within 30 days',
        'vencem em 30 dias',
        'caducan en 30 días',
        'expirent sous 30 jours',
      ],
    },
    {
      name: 'expiring_90',
      unit: 'number',
      label: [
        'lapsing within 90 days',
        'vencem em 90 dias',
        'caducan en 90 días',
        'expirent sous 90 jours',
      ],
    },
    {
      name: 'earned',
      unit: 'number',
      label: [
        'earned in 365 days',
        'ganhos em 365 dias',
        'ganados en 365 días',
        'gagnés en 365 jours',
      ],
    },
    {
      name: 'to_next_tier',
      unit: 'number',
      label: [
        'missing to the next tier',
        'falta para o próximo nível',
        'falta para el siguiente nivel',
        'manque pour le palier suivant',
      ],
    },
  ],
}
