/** What a profile says. */
import type { Texts } from '../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'segment'
  | 'against'
  | 'againstHelp'
  | 'days'
  | 'rest'
  | 'tooSmall'
  | 'size'
  | 'clear'
  | 'probable'
  | 'nothing'
  | 'byDefinition'
  | 'irrelevant'
  | 'proportionate'
  | 'figure'
  | 'gap'
  | 'both'
  | 'largest'
  | 'figures'
  | 'method'
  | 'methodRest'
  | 'methodGroup'

/** In the four languages. */
export const PROFILE_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Profile of a segment',
    'Perfil de um segmento',
    'Perfil de un segmento',
    'Profil d’un segment',
  ],
  about: [
    'Who the members are, what they do, and what sets them apart from everybody else or from another segment.',
    'Quem são os membros, o que fazem e o que os distingue dos demais ou de outro segmento.',
    'Quiénes son los miembros, qué hacen y qué los distingue de los demás o de otro segmento.',
    'Qui sont les membres, ce qu’ils font et ce qui les distingue des autres ou d’un autre segment.',
  ],
  segment: ['Segment', 'Segmento', 'Segmento', 'Segment'],
  against: ['Compare with', 'Comparar com', 'Comparar con', 'Comparer à'],
  againstHelp: [
    'Another segment; left empty, everybody who is not in this one.',
    'Outro segmento; vazio, todos os que não estão neste.',
    'Otro segmento; vacío, todos los que no están en este.',
    'Un autre segment ; à défaut, tous ceux qui ne sont pas dans celui-ci.',
  ],
  days: ['Days looked at', 'Dias considerados', 'Días considerados', 'Jours considérés'],
  rest: ['the others', 'os demais', 'los demás', 'les autres'],
  tooSmall: [
    '{which}: fewer than {floor} customers. Nothing is shown, so that nobody can be recognised.',
    '{which}: menos de {floor} clientes. Nada é mostrado, para que ninguém seja reconhecido.',
    '{which}: menos de {floor} clientes. No se muestra nada, para que nadie sea reconocible.',
    '{which} : moins de {floor} clients. Rien n’est affiché, pour que personne ne soit reconnaissable.',
  ],
  size: [
    '{name}: {n} customers, {share} of the base, compared with {others} ({m}).',
    '{name}: {n} clientes, {share} da base, comparados com {others} ({m}).',
    '{name}: {n} clientes, el {share} de la base, comparados con {others} ({m}).',
    '{name} : {n} clients, {share} de la base, comparés à : {others} ({m}).',
  ],
  clear: [
    '{what}: {of}, against {against} ({others}). A clear difference: {apart} standard deviations ({low} to {high}; {n} customers known).',
    '{what}: {of}, contra {against} ({others}). Diferença clara: {apart} desvios-padrão ({low} a {high}; {n} clientes conhecidos).',
    '{what}: {of}, frente a {against} ({others}). Diferencia clara: {apart} desviaciones típicas ({low} a {high}; {n} clientes conocidos).',
    '{what} : {of}, contre {against} ({others}). Écart net : {apart} écarts types ({low} à {high} ; {n} clients connus).',
  ],
  probable: [
    '{what}: {of}, against {against} ({others}). A difference that probably matters: {apart} standard deviations ({low} to {high}; {n} customers known).',
    '{what}: {of}, contra {against} ({others}). Diferença que provavelmente importa: {apart} desvios-padrão ({low} a {high}; {n} clientes conhecidos).',
    '{what}: {of}, frente a {against} ({others}). Diferencia que probablemente importa: {apart} desviaciones típicas ({low} a {high}; {n} clientes conocidos).',
    '{what} : {of}, contre {against} ({others}). Un écart qui compte sans doute : {apart} écarts types ({low} à {high} ; {n} clients connus).',
  ],
  nothing: [
    'Beyond what the definition itself asks for, nothing sets the members apart enough to matter ({others}).',
    'Além do que a própria definição pede, nada distingue os membros a ponto de importar ({others}).',
    'Más allá de lo que pide la propia definición, nada distingue a los miembros lo bastante como para importar ({others}).',
    'Au-delà de ce que demande la définition, rien ne distingue assez les membres pour compter ({others}).',
  ],
  byDefinition: [
    'These differ because the definition asks for them: {what}.',
    'Estes diferem porque a definição os exige: {what}.',
    'Estos difieren porque la definición los exige: {what}.',
    'Ceux-ci diffèrent parce que la définition le veut : {what}.',
  ],
  proportionate: [
    'Little beside how much customers differ, yet large in proportion: {what}. Rare things never set people apart by more; judge them by what they are worth.',
    'Pouco diante do quanto os clientes diferem, mas muito em proporção: {what}. Coisas raras nunca distinguem mais que isso; julgue pelo que valem.',
    'Poco frente a lo que difieren los clientes, pero mucho en proporción: {what}. Lo raro nunca distingue más; júzguelo por lo que vale.',
    'Peu au regard de ce qui sépare les clients, mais beaucoup en proportion : {what}. Ce qui est rare ne distingue jamais davantage ; jugez-en par ce que cela vaut.',
  ],
  figure: [
    '{what} {of} against {against} ({times} times)',
    '{what} {of} contra {against} ({times} vezes)',
    '{what} {of} frente a {against} ({times} veces)',
    '{what} {of} contre {against} ({times} fois)',
  ],
  irrelevant: [
    'Significant yet irrelevant: {what}. These differ for sure, but too little to act upon.',
    'Significativo, mas irrelevante: {what}. A diferença é certa, mas pequena demais para agir.',
    'Significativo pero irrelevante: {what}. La diferencia es segura, pero demasiado pequeña para actuar.',
    'Significatif mais négligeable : {what}. L’écart est certain, mais trop faible pour agir.',
  ],
  gap: [
    'Not known of many: {all}. {what} is missing for {of} here and {against} ({others}); what is said of it holds for those who are known.',
    'Não se sabe de muitos: {all}. {what} falta em {of} aqui e em {against} ({others}); o que se diz vale para quem é conhecido.',
    'No se sabe de muchos: {all}. {what} falta en el {of} aquí y en el {against} ({others}); lo dicho vale para quienes se conoce.',
    'Inconnu de beaucoup : {all}. {what} manque pour {of} ici et {against} ({others}) ; ce qui en est dit vaut pour ceux qu’on connaît.',
  ],
  both: [
    '{n} customers are in both segments and count on both sides, which makes the segments look more alike.',
    '{n} clientes estão nos dois segmentos e contam dos dois lados, o que os faz parecer mais iguais.',
    '{n} clientes están en ambos segmentos y cuentan en ambos lados, lo que los hace parecer más iguales.',
    '{n} clients sont dans les deux segments et comptent des deux côtés, ce qui les fait paraître plus semblables.',
  ],
  largest: [
    'What differs most',
    'O que mais difere',
    'Lo que más difiere',
    'Ce qui diffère le plus',
  ],
  figures: [
    'Figures side by side',
    'Números lado a lado',
    'Cifras lado a lado',
    'Chiffres côte à côte',
  ],
  method: [
    'Figures per customer over the last {days}; what is bought counts as a share of each customer’s own purchases; amounts are those of the programme’s currency. Differences are in standard deviations (Cohen’s d): from 0.2 on they matter. Significance is corrected for the number of comparisons (Benjamini and Hochberg); intervals are of 95 %.',
    'Números por cliente nos últimos {days}; o que se compra conta como parcela das compras de cada cliente; valores na moeda do programa. As diferenças estão em desvios-padrão (d de Cohen): importam a partir de 0,2. A significância é corrigida pelo número de comparações (Benjamini e Hochberg); intervalos de 95 %.',
    'Cifras por cliente de los últimos {days}; lo comprado cuenta como proporción de las compras de cada cliente; importes en la moneda del programa. Las diferencias están en desviaciones típicas (d de Cohen): importan desde 0,2. La significación se corrige por el número de comparaciones (Benjamini y Hochberg); intervalos del 95 %.',
    'Chiffres par client sur les derniers {days} ; ce qui est acheté compte en part des achats de chaque client ; montants dans la monnaie du programme. Les écarts sont en écarts types (d de Cohen) : ils comptent dès 0,2. La significativité est corrigée du nombre de comparaisons (Benjamini et Hochberg) ; intervalles à 95 %.',
  ],
  methodRest: [
    'The comparison is with everybody who is not a member, so that the segment is not compared with itself; the index is against the whole base (100 = like the base).',
    'A comparação é com quem não é membro, para não comparar o segmento consigo mesmo; o índice é contra toda a base (100 = igual à base).',
    'La comparación es con quienes no son miembros, para no comparar el segmento consigo mismo; el índice es frente a toda la base (100 = como la base).',
    'La comparaison porte sur ceux qui ne sont pas membres, pour ne pas comparer le segment à lui-même ; l’indice est rapporté à toute la base (100 = comme la base).',
  ],
  methodGroup: [
    'The index is against the other segment (100 = alike).',
    'O índice é contra o outro segmento (100 = igual).',
    'El índice es frente al otro segmento (100 = igual).',
    'L’indice est rapporté à l’autre segment (100 = semblable).',
  ],
}
