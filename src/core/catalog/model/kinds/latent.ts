/** Latent classes: kinds of customers behind categorical answers. */
import type { ModelSpec } from '../spec.ts'

/** `latent`. */
export const LATENT: ModelSpec = {
  kind: 'latent',
  key: 'classes',
  refresh: 'monthly',
  label: ['Latent classes', 'Classes latentes', 'Clases latentes', 'Classes latentes'],
  about: [
    'Kinds of customers behind categories that are known of them and yes-or-no questions, with how sure each customer’s kind is.',
    'Tipos de clientes por trás de categorias conhecidas e perguntas de sim ou não, com a certeza do tipo de cada um.',
    'Tipos de clientes tras categorías conocidas y preguntas de sí o no, con la certeza del tipo de cada uno.',
    'Types de clients derrière des catégories connues et des questions par oui ou non, avec la certitude du type de chacun.',
  ],
  settings: [
    {
      name: 'traits',
      kind: 'traits',
      label: [
        'categories that are known of customers',
        'categorias conhecidas dos clientes',
        'categorías conocidas de los clientes',
        'catégories connues des clients',
      ],
      example: ['acquisition'],
    },
    {
      name: 'questions',
      kind: 'conditions',
      label: [
        'yes-or-no questions by name: conditions of the segment language',
        'perguntas de sim ou não, por nome: condições da linguagem de segmentos',
        'preguntas de sí o no, por nombre: condiciones del lenguaje de segmentos',
        'questions par oui ou non, par nom : conditions du langage des segments',
      ],
      example: { app: 'any(purchase where channel = "app")' },
    },
    {
      name: 'customers',
      kind: 'condition',
      label: [
        'whom to look at; everybody when absent',
        'quem considerar; todos quando ausente',
        'a quién mirar; todos si falta',
        'qui regarder ; tous en son absence',
      ],
      example: 'any(purchase, last 365 days)',
    },
    {
      name: 'classes',
      kind: 'whole',
      default: 0,
      range: [0, 12],
      label: [
        'how many classes; 0 takes the least BIC, which may say that there are none',
        'quantas classes; 0 toma o menor BIC, que pode dizer que não há',
        'cuántas clases; 0 toma el menor BIC, que puede decir que no las hay',
        'combien de classes ; 0 prend le plus petit BIC, qui peut dire qu’il n’y en a pas',
      ],
    },
    {
      name: 'most',
      kind: 'whole',
      default: 6,
      range: [2, 12],
      label: [
        'the most classes that are looked for',
        'o máximo de classes procuradas',
        'el máximo de clases que se buscan',
        'le plus grand nombre de classes cherché',
      ],
    },
  ],
  outputs: () => [
    {
      name: 'class',
      unit: 'class',
      label: [
        'number of the class',
        'número da classe',
        'número de la clase',
        'numéro de la classe',
      ],
    },
    {
      name: 'certainty',
      unit: 'share',
      label: [
        'probability of being of this class',
        'probabilidade de ser desta classe',
        'probabilidad de ser de esta clase',
        'probabilité d’être de cette classe',
      ],
    },
  ],
}
