/** Settings that learned models share. */
import type { ModelSetting } from '../spec.ts'

/** What is looked at. */
export const FEATURES: ModelSetting = {
  name: 'features',
  kind: 'expressions',
  label: [
    'numbers of a customer in the segment language, by name; all known measures of behaviour when absent',
    'números de um cliente na linguagem de segmentos, por nome; todas as medidas de comportamento conhecidas quando ausente',
    'números de un cliente en el lenguaje de segmentos, por nombre; todas las medidas de comportamiento conocidas si falta',
    'nombres d’un client dans le langage des segments, par nom ; toutes les mesures de comportement connues en leur absence',
  ],
  example: { orders: 'count(purchase, last 365 days)' },
}

/** What is known of customers beside. */
export const TRAITS: ModelSetting = {
  name: 'traits',
  kind: 'traits',
  label: [
    'traits to look at; those that are neither personal nor protected when absent',
    'atributos a considerar; os que não são pessoais nem protegidos quando ausente',
    'atributos a mirar; los que no son personales ni protegidos si falta',
    'attributs à regarder ; ceux qui ne sont ni personnels ni protégés en leur absence',
  ],
  example: ['country'],
}

/** Whether gender, age, income and language may be learned from. */
export const PROTECTED: ModelSetting = {
  name: 'protected',
  kind: 'flag',
  default: false,
  label: [
    'whether gender, age, income and language may be learned from; never where it changes a price',
    'se gênero, idade, renda e idioma podem ser usados; nunca onde mudem um preço',
    'si se puede aprender de género, edad, ingresos e idioma; nunca donde cambie un precio',
    'si l’on peut apprendre du genre, de l’âge, du revenu et de la langue ; jamais là où un prix en dépend',
  ],
}

/** Features that look too good, and are known beforehand all the same. */
export const CONFIRMED: ModelSetting = {
  name: 'confirmed',
  kind: 'texts',
  label: [
    'features that tell much and are surely known beforehand: they stay in',
    'características que dizem muito e com certeza são conhecidas antes: ficam',
    'características que dicen mucho y con seguridad se conocen antes: se quedan',
    'caractéristiques qui en disent long et sont sûrement connues avant : elles restent',
  ],
  example: ['orders'],
}

/** How many rows are learned from. */
export function sample(usual: number): ModelSetting {
  return {
    name: 'sample',
    kind: 'whole',
    default: usual,
    range: [500, 100_000],
    label: [
      'customers that are learned from, at each instant',
      'clientes com que se aprende, em cada instante',
      'clientes de los que se aprende, en cada instante',
      'clients dont on apprend, à chaque instant',
    ],
  }
}
