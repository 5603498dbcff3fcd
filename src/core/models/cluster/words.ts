/** What the judges of clusters say, in the four languages. */
import type { Words } from '../../base/index.ts'
import type { Objection, Verdict } from './choose-k.ts'
import type { Stability } from './repeatability.ts'
import type { TransformReason } from './scaling.ts'

/** Holes: `{k}` clusters, `{n}` customers looked at. */
export const VERDICT_WORDS: Words<Verdict> = {
  en: {
    structure: 'There are {k} distinct groups among the {n} customers examined.',
    'no-structure':
      'These measures show no natural groups: any cut would be ours, not the customers’. Thresholds you choose yourself are more honest here.',
    'not-repeatable':
      'Groups can be drawn, but another sample of the same customers gives different ones. Do not build on them.',
    'too-few': 'With {n} customers nobody can tell whether there are groups.',
  },
  'pt-BR': {
    structure: 'Há {k} grupos distintos entre os {n} clientes examinados.',
    'no-structure':
      'Estas medidas não mostram grupos naturais: qualquer corte seria nosso, não dos clientes. Aqui, limites definidos por você são mais honestos.',
    'not-repeatable':
      'É possível traçar grupos, mas outra amostra dos mesmos clientes dá grupos diferentes. Não se apoie neles.',
    'too-few': 'Com {n} clientes, ninguém consegue dizer se há grupos.',
  },
  es: {
    structure: 'Hay {k} grupos distintos entre los {n} clientes examinados.',
    'no-structure':
      'Estas medidas no muestran grupos naturales: cualquier corte sería nuestro, no de los clientes. Aquí son más honestos los umbrales que usted elija.',
    'not-repeatable':
      'Se pueden trazar grupos, pero otra muestra de los mismos clientes da otros distintos. No se apoye en ellos.',
    'too-few': 'Con {n} clientes nadie puede saber si hay grupos.',
  },
  fr: {
    structure: 'Il y a {k} groupes distincts parmi les {n} clients examinés.',
    'no-structure':
      'Ces mesures ne montrent aucun groupe naturel : toute coupure serait la nôtre, pas celle des clients. Des seuils que vous choisissez sont ici plus honnêtes.',
    'not-repeatable':
      'On peut tracer des groupes, mais un autre échantillon des mêmes clients en donne d’autres. Ne bâtissez rien dessus.',
    'too-few': 'Avec {n} clients, personne ne peut dire s’il y a des groupes.',
  },
}

/** Why a number of clusters is not taken. */
export const OBJECTION_WORDS: Words<Objection> = {
  en: {
    'as-shapeless': 'Data without any groups would be cut just as well.',
    'not-repeated': 'Half of the customers does not show the groups of the other half.',
    unstable: 'At least one group dissolves when customers are drawn anew.',
    'too-small': 'At least one group is smaller than you asked for.',
  },
  'pt-BR': {
    'as-shapeless': 'Dados sem grupo algum seriam cortados igualmente bem.',
    'not-repeated': 'Metade dos clientes não mostra os grupos da outra metade.',
    unstable: 'Ao menos um grupo se desfaz quando os clientes são sorteados de novo.',
    'too-small': 'Ao menos um grupo é menor do que o pedido.',
  },
  es: {
    'as-shapeless': 'Unos datos sin ningún grupo se cortarían igual de bien.',
    'not-repeated': 'Una mitad de los clientes no muestra los grupos de la otra.',
    unstable: 'Al menos un grupo se deshace al volver a sortear los clientes.',
    'too-small': 'Al menos un grupo es menor de lo pedido.',
  },
  fr: {
    'as-shapeless': 'Des données sans aucun groupe se couperaient aussi bien.',
    'not-repeated': 'Une moitié des clients ne montre pas les groupes de l’autre.',
    unstable: 'Au moins un groupe se défait quand on tire de nouveau les clients.',
    'too-small': 'Au moins un groupe est plus petit que demandé.',
  },
}

/** How far a cluster can be relied on. */
export const STABILITY_WORDS: Words<Stability> = {
  en: {
    stable: 'stable',
    pattern: 'a pattern, though who belongs to it is uncertain',
    unstable: 'unstable',
  },
  'pt-BR': {
    stable: 'estável',
    pattern: 'um padrão, embora seja incerto quem pertence a ele',
    unstable: 'instável',
  },
  es: {
    stable: 'estable',
    pattern: 'un patrón, aunque no está claro quién pertenece a él',
    unstable: 'inestable',
  },
  fr: {
    stable: 'stable',
    pattern: 'un motif, même si l’on ne sait pas bien qui en fait partie',
    unstable: 'instable',
  },
}

/** Why a measure was rescaled as it was. */
export const TRANSFORM_WORDS: Words<TransformReason> = {
  en: {
    asked: 'as you asked',
    even: 'evenly spread, taken as it is',
    skewed: 'a few large values, so logarithms',
    'heavy-tailed': 'extreme values on either side, so the outer 1 % cut back',
    negative: 'has values below zero, so no logarithms: the outer 1 % cut back',
  },
  'pt-BR': {
    asked: 'como você pediu',
    even: 'distribuição regular, usada como está',
    skewed: 'poucos valores muito altos, por isso logaritmos',
    'heavy-tailed': 'valores extremos dos dois lados, por isso 1 % de cada ponta aparado',
    negative: 'tem valores abaixo de zero, por isso sem logaritmos: 1 % de cada ponta aparado',
  },
  es: {
    asked: 'como usted pidió',
    even: 'reparto regular, se toma tal cual',
    skewed: 'pocos valores muy altos, por eso logaritmos',
    'heavy-tailed': 'valores extremos a ambos lados, por eso se recorta el 1 % de cada cola',
    negative: 'tiene valores bajo cero, por eso sin logaritmos: se recorta el 1 % de cada cola',
  },
  fr: {
    asked: 'comme demandé',
    even: 'répartition régulière, prise telle quelle',
    skewed: 'quelques valeurs très élevées, d’où des logarithmes',
    'heavy-tailed': 'valeurs extrêmes des deux côtés, d’où 1 % rogné à chaque bout',
    negative: 'valeurs sous zéro, donc pas de logarithmes : 1 % rogné à chaque bout',
  },
}
