/** Customer lifetime value: who still buys, how often, for how much. */
import { AMOUNT, EVENT, MARGIN } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `lifetime`. */
export const LIFETIME: ModelSpec = {
  kind: 'lifetime',
  key: 'value',
  refresh: 'weekly',
  label: ['Customer lifetime value', 'Valor do cliente', 'Valor del cliente', 'Valeur du client'],
  about: [
    'The chance that a customer still buys, the purchases expected within the horizon, and what they are worth, with an interval.',
    'A chance de o cliente ainda comprar, as compras esperadas no horizonte e quanto valem, com intervalo.',
    'La probabilidad de que el cliente siga comprando, las compras esperadas en el horizonte y lo que valen, con intervalo.',
    'La probabilité que le client achète encore, les achats attendus à l’horizon et leur valeur, avec un intervalle.',
  ],
  settings: [
    EVENT,
    AMOUNT,
    {
      name: 'model',
      kind: 'choice',
      choices: ['best', 'nbd', 'bg-nbd', 'mbg-nbd', 'pareto-nbd'],
      default: 'best',
      label: [
        'best: the one with the greatest likelihood, if the data show that customers leave at all',
        'best: o de maior verossimilhança, se os dados mostram que clientes vão embora',
        'best: el de mayor verosimilitud, si los datos muestran que los clientes se van',
        'best : celui de plus grande vraisemblance, si les données montrent que des clients partent',
      ],
    },
    {
      name: 'horizon',
      kind: 'whole',
      default: 365,
      range: [1, 3660],
      label: [
        'days ahead for which purchases and value are expected',
        'dias à frente para os quais se esperam compras e valor',
        'días por delante para los que se esperan compras y valor',
        'jours à venir pour lesquels achats et valeur sont attendus',
      ],
    },
    MARGIN,
    {
      name: 'discount_rate',
      kind: 'number',
      default: 0.1,
      range: [0, 1],
      label: [
        'yearly rate at which later money is worth less',
        'taxa anual pela qual o dinheiro futuro vale menos',
        'tasa anual con la que el dinero futuro vale menos',
        'taux annuel auquel l’argent futur vaut moins',
      ],
    },
    {
      name: 'period',
      kind: 'choice',
      choices: ['day', 'week'],
      default: 'day',
      label: [
        'purchases within the same period count as one',
        'compras no mesmo período contam como uma',
        'las compras del mismo periodo cuentan como una',
        'les achats d’une même période comptent pour un',
      ],
    },
    {
      name: 'holdout',
      kind: 'whole',
      default: 0,
      range: [0, 3660],
      label: [
        'days kept back to compare the forecast with what came; 0: a quarter of the history',
        'dias reservados para comparar a previsão com o que veio; 0: um quarto do histórico',
        'días reservados para comparar el pronóstico con lo ocurrido; 0: un cuarto de la historia',
        'jours mis de côté pour comparer la prévision à ce qui est venu ; 0 : un quart de l’historique',
      ],
    },
  ],
  outputs: () => [
    {
      name: 'p_alive',
      unit: 'share',
      label: [
        'probability of still being a customer',
        'probabilidade de ainda ser cliente',
        'probabilidad de seguir siendo cliente',
        'probabilité d’être encore client',
      ],
    },
    {
      name: 'expected',
      unit: 'number',
      label: [
        'purchases expected within the horizon',
        'compras esperadas no horizonte',
        'compras esperadas en el horizonte',
        'achats attendus à l’horizon',
      ],
    },
    {
      name: 'clv',
      unit: 'money',
      label: ['value expected', 'valor esperado', 'valor esperado', 'valeur attendue'],
    },
    {
      name: 'clv_low',
      unit: 'money',
      label: [
        'value expected, lower end (80 %)',
        'valor esperado, limite inferior (80 %)',
        'valor esperado, extremo inferior (80 %)',
        'valeur attendue, borne basse (80 %)',
      ],
    },
    {
      name: 'clv_high',
      unit: 'money',
      label: [
        'value expected, upper end (80 %)',
        'valor esperado, limite superior (80 %)',
        'valor esperado, extremo superior (80 %)',
        'valeur attendue, borne haute (80 %)',
      ],
    },
  ],
}
