/** What was spent on serving customers, as tables: pools with what stayed idle, and what each event took. */
import { say, type ReportChart, type ReportTable, type Texts } from '../../../core/insight/index.ts'
import type { Spending } from './costs.ts'

/** `pools` and `uses`. */
export function spendingTables(spending: Spending): readonly ReportTable[] {
  return [poolTable(spending), useTable(spending)]
}

/** What of each pool was charged and what was idle. */
export function spendingCharts({ pools }: Spending): readonly ReportChart[] {
  if (pools.length === 0) return []
  return [{ kind: 'bars', title: say(W.pools), table: 'pools', x: 'pool', y: ['charged', 'idle'] }]
}

function poolTable({ pools }: Spending): ReportTable {
  return {
    name: 'pools',
    title: say(W.pools),
    columns: [
      { key: 'pool', title: say(W.pool), kind: 'text' },
      { key: 'cost', title: say(W.cost), kind: 'money' },
      { key: 'capacity', title: say(W.capacity), kind: 'number' },
      { key: 'used', title: say(W.used), kind: 'number' },
      { key: 'rate', title: say(W.rate), kind: 'number' },
      { key: 'charged', title: say(W.charged), kind: 'money' },
      { key: 'idle', title: say(W.idleCost), kind: 'money' },
    ],
    rows: pools.map((pool) => ({
      pool: pool.name,
      cost: pool.cost,
      capacity: pool.capacity ?? null,
      used: pool.used,
      rate: pool.rate,
      charged: pool.allocated,
      idle: pool.idle,
    })),
  }
}

function useTable({ pools, each }: Spending): ReportTable {
  return {
    name: 'uses',
    title: say(W.uses),
    columns: [
      { key: 'pool', title: say(W.pool), kind: 'text' },
      { key: 'event', title: say(W.event), kind: 'text' },
      { key: 'count', title: say(W.count), kind: 'count' },
      { key: 'each', title: say(W.each), kind: 'money' },
      { key: 'cost', title: say(W.charged), kind: 'money' },
    ],
    rows: [
      ...pools.flatMap((pool) => pool.uses.map((use) => ({ ...use, pool: pool.name }))),
      ...each.map((use) => ({ ...use, pool: say(W.fixed) })),
    ].map(({ pool, event, count, unitCost, cost }) => ({
      pool,
      event,
      count,
      each: unitCost,
      cost,
    })),
  }
}

type Word =
  | 'pools'
  | 'pool'
  | 'cost'
  | 'capacity'
  | 'used'
  | 'rate'
  | 'charged'
  | 'idleCost'
  | 'uses'
  | 'event'
  | 'count'
  | 'each'
  | 'fixed'

const W: Readonly<Record<Word, Texts>> = {
  pools: ['Pools of cost', 'Grupos de custo', 'Grupos de coste', 'Groupes de coûts'],
  pool: ['Pool', 'Grupo', 'Grupo', 'Groupe'],
  cost: ['Cost', 'Custo', 'Coste', 'Coût'],
  capacity: ['Capacity', 'Capacidade', 'Capacidad', 'Capacité'],
  used: ['Used', 'Usado', 'Usado', 'Utilisé'],
  rate: ['Cost of a unit', 'Custo da unidade', 'Coste de la unidad', 'Coût de l’unité'],
  charged: ['Charged', 'Atribuído', 'Cargado', 'Imputé'],
  idleCost: ['Idle', 'Ocioso', 'Ocioso', 'Inutilisé'],
  uses: [
    'What events take',
    'O que tomam os eventos',
    'Lo que llevan los eventos',
    'Ce que prennent les événements',
  ],
  event: ['Event', 'Evento', 'Evento', 'Événement'],
  count: ['Times', 'Vezes', 'Veces', 'Fois'],
  each: ['Cost of one', 'Custo de um', 'Coste de uno', 'Coût d’un'],
  fixed: ['(each time)', '(cada vez)', '(cada vez)', '(chaque fois)'],
}
