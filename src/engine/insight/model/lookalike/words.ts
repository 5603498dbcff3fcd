/** What lookalikes say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word = 'few' | 'alike' | 'nothing' | 'defining' | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  few: [
    'Only {members} of {n} customers are in the segment, or nearly all of them: a likeness needs at least fifty on both sides.',
    'Só {members} de {n} clientes estão no segmento, ou quase todos: a semelhança precisa de ao menos cinquenta de cada lado.',
    'Solo {members} de {n} clientes están en el segmento, o casi todos: el parecido necesita al menos cincuenta de cada lado.',
    'Seuls {members} clients sur {n} sont dans le segment, ou presque tous : une ressemblance demande au moins cinquante de chaque côté.',
  ],
  alike: [
    'The {n} customers outside of {segment} who resemble its members most. Members are told from others with AUC {auc} ({low} to {high}) by what does not define the segment.',
    'Os {n} clientes fora de {segment} que mais se parecem com seus membros. Pelo que não define o segmento, membros se distinguem dos demais com AUC {auc} ({low} a {high}).',
    'Los {n} clientes fuera de {segment} que más se parecen a sus miembros. Por lo que no define el segmento, los miembros se distinguen de los demás con AUC {auc} ({low} a {high}).',
    'Les {n} clients hors de {segment} qui ressemblent le plus à ses membres. Par ce qui ne définit pas le segment, les membres se distinguent des autres avec une AUC de {auc} ({low} à {high}).',
  ],
  nothing: [
    'Beyond its definition the members of {segment} have nothing in common that is known here (AUC {auc}, {low} to {high}). No scores were written.',
    'Além da definição, os membros de {segment} não têm em comum nada que se conheça aqui (AUC {auc}, {low} a {high}). Nenhum score foi gravado.',
    'Más allá de su definición, los miembros de {segment} no tienen en común nada que aquí se sepa (AUC {auc}, {low} a {high}). No se escribió ninguna puntuación.',
    'Au-delà de sa définition, les membres de {segment} n’ont rien en commun que l’on sache ici (AUC {auc}, {low} à {high}). Aucun score n’a été écrit.',
  ],
  defining: [
    'Left out because the segment is defined by them: {names}.',
    'Deixados de fora porque definem o segmento: {names}.',
    'Se dejaron fuera porque definen el segmento: {names}.',
    'Écartés parce qu’ils définissent le segment : {names}.',
  ],
  method: [
    '{members} members of {segment} among {n} customers; teaching, tuning and judging rows were parted by chance. The score ranks by resemblance and is no probability of anything.',
    '{members} membros de {segment} entre {n} clientes; as linhas de ensino, ajuste e julgamento foram separadas ao acaso. O score ordena por semelhança e não é probabilidade de nada.',
    '{members} miembros de {segment} entre {n} clientes; las filas de enseñanza, ajuste y juicio se separaron al azar. La puntuación ordena por parecido y no es probabilidad de nada.',
    '{members} membres de {segment} parmi {n} clients ; lignes d’apprentissage, de réglage et de jugement séparées au hasard. Le score classe par ressemblance et n’est la probabilité de rien.',
  ],
}
