/** What latent classes say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'items'
  | 'none'
  | 'unidentified'
  | 'found'
  | 'blurred'
  | 'lonely'
  | 'class'
  | 'trait'
  | 'classes'
  | 'profiles'
  | 'evidence'
  | 'number'
  | 'share'
  | 'item'
  | 'level'
  | 'chance'
  | 'overall'
  | 'k'
  | 'bic'
  | 'entropy'
  | 'agreeing'
  | 'status'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  items: [
    'Classes need at least two categories or questions on which customers differ: name them in the model’s file.',
    'Classes exigem ao menos duas categorias ou perguntas em que os clientes difiram: indique-as no arquivo do modelo.',
    'Las clases necesitan al menos dos categorías o preguntas en las que difieran los clientes: indíquelas en el archivo del modelo.',
    'Il faut au moins deux catégories ou questions sur lesquelles les clients diffèrent : nommez-les dans le fichier du modèle.',
  ],
  none: [
    'The answers of {n} customers show no kinds: one class describes them best.',
    'As respostas de {n} clientes não mostram tipos: uma só classe as descreve melhor.',
    'Las respuestas de {n} clientes no muestran tipos: una sola clase las describe mejor.',
    'Les réponses de {n} clients ne montrent pas de types : une seule classe les décrit le mieux.',
  ],
  unidentified: [
    'So many classes cannot be told from these answers: other chances would fit as well.',
    'Estas respostas não permitem distinguir tantas classes: outras chances serviriam igualmente.',
    'Estas respuestas no permiten distinguir tantas clases: otras probabilidades servirían igual.',
    'Ces réponses ne permettent pas de distinguer autant de classes : d’autres chances conviendraient aussi bien.',
  ],
  found: [
    '{k} classes among {n} customers; the answers tell them apart with certainty {entropy} (0: not at all, 1: always).',
    '{k} classes entre {n} clientes; as respostas as distinguem com certeza {entropy} (0: nada, 1: sempre).',
    '{k} clases entre {n} clientes; las respuestas las distinguen con certeza {entropy} (0: nada, 1: siempre).',
    '{k} classes parmi {n} clients ; les réponses les distinguent avec une certitude de {entropy} (0 : pas du tout, 1 : toujours).',
  ],
  blurred: [
    'Many customers lie between classes: use the certainty, and treat a class as a tendency.',
    'Muitos clientes ficam entre classes: use a certeza e trate a classe como tendência.',
    'Muchos clientes quedan entre clases: use la certeza y trate la clase como tendencia.',
    'Beaucoup de clients sont entre deux classes : servez-vous de la certitude et voyez la classe comme une tendance.',
  ],
  lonely: [
    'The best fit was reached from one start only: another run may find others.',
    'O melhor ajuste foi alcançado de um só início: outra execução pode achar outras.',
    'El mejor ajuste se alcanzó desde un solo inicio: otra ejecución puede hallar otras.',
    'Le meilleur ajustement n’a été atteint que d’un seul départ : un autre calcul peut en trouver d’autres.',
  ],
  class: [
    'Class {number}: {share} of the customers ({low} to {high}). {traits}.',
    'Classe {number}: {share} dos clientes ({low} a {high}). {traits}.',
    'Clase {number}: el {share} de los clientes ({low} a {high}). {traits}.',
    'Classe {number} : {share} des clients ({low} à {high}). {traits}.',
  ],
  trait: [
    '{item} “{level}” in {inside}, against {overall} of all',
    '{item} “{level}” em {inside}, contra {overall} de todos',
    '{item} «{level}» en {inside}, frente a {overall} de todos',
    '{item} « {level} » chez {inside}, contre {overall} de tous',
  ],
  classes: ['Classes', 'Classes', 'Clases', 'Classes'],
  profiles: [
    'Answers of each class',
    'Respostas de cada classe',
    'Respuestas de cada clase',
    'Réponses de chaque classe',
  ],
  evidence: ['How many classes', 'Quantas classes', 'Cuántas clases', 'Combien de classes'],
  number: ['Class', 'Classe', 'Clase', 'Classe'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  item: ['Question', 'Pergunta', 'Pregunta', 'Question'],
  level: ['Answer', 'Resposta', 'Respuesta', 'Réponse'],
  chance: ['Chance', 'Chance', 'Probabilidad', 'Chance'],
  overall: ['Of all', 'De todos', 'De todos', 'De tous'],
  k: ['Classes', 'Classes', 'Clases', 'Classes'],
  bic: ['BIC', 'BIC', 'BIC', 'BIC'],
  entropy: ['Certainty', 'Certeza', 'Certeza', 'Certitude'],
  agreeing: [
    'Starts that agree',
    'Inícios que concordam',
    'Inicios que coinciden',
    'Départs concordants',
  ],
  status: ['Status', 'Situação', 'Estado', 'État'],
  method: [
    'Latent classes by EM from 30 starts over the patterns of answers of {n} customers ({among}); answers are taken as independent within a class, missing ones as missing by chance. The least BIC chooses.',
    'Classes latentes por EM de 30 inícios sobre os padrões de respostas de {n} clientes ({among}); respostas independentes dentro da classe, ausências ao acaso. Escolhe o menor BIC.',
    'Clases latentes por EM desde 30 inicios sobre los patrones de respuestas de {n} clientes ({among}); respuestas independientes dentro de la clase, ausencias al azar. Elige el menor BIC.',
    'Classes latentes par EM à 30 départs sur les profils de réponses de {n} clients ({among}) ; réponses indépendantes dans une classe, absences au hasard. Le plus petit BIC choisit.',
  ],
}
