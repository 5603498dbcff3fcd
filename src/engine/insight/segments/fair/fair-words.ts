/** What is said of segments and scores that stand for something protected. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'title'
  | 'about'
  | 'openly'
  | 'standsFor'
  | 'standsStrongly'
  | 'standsFew'
  | 'scoreHigher'
  | 'scoreLower'
  | 'fair'
  | 'fairAll'
  | 'nothing'
  | 'unmeasured'
  | 'unmeasuredAll'
  | 'table'
  | 'chart'
  | 'what'
  | 'attribute'
  | 'group'
  | 'level'
  | 'tells'
  | 'told'
  | 'members'
  | 'others'
  | 'customers'
  | 'strong'
  | 'warns'
  | 'no'
  | 'asked'
  | 'method'

/** In the four languages. */
export const FAIR_WORDS: Readonly<Record<Word, Texts>> = {
  title: [
    'Do segments stand for something protected?',
    'Algum segmento faz as vezes de algo protegido?',
    '¿Algún segmento hace las veces de algo protegido?',
    'Des segments tiennent-ils lieu d’un attribut protégé ?',
  ],
  about: [
    'How well membership of each segment, and each score that segments ask for, tells gender, age, income, language and whatever is marked sensitive.',
    'Quão bem o pertencimento a cada segmento, e cada pontuação que os segmentos usam, revela gênero, idade, renda, idioma e o que for marcado como sensível.',
    'En qué medida pertenecer a cada segmento, y cada puntuación que usan los segmentos, revela género, edad, ingresos, idioma y lo marcado como sensible.',
    'À quel point l’appartenance à chaque segment, et chaque score qu’ils utilisent, révèle le genre, l’âge, le revenu, la langue et ce qui est marqué sensible.',
  ],
  openly: [
    'It asks openly for something protected: {what}. Its file should say why that is right.',
    'Ele pergunta abertamente por algo protegido: {what}. O arquivo deve dizer por que isso é justo.',
    'Pregunta abiertamente por algo protegido: {what}. Su archivo debe decir por qué es justo.',
    'Il demande ouvertement un attribut protégé : {what}. Son fichier doit dire pourquoi c’est justifié.',
  ],
  standsFor: [
    '{name} stands for {attribute} “{group}”: {of} of its members, {against} of the others. Each tells the other with an AUC of {auc} ({low} to {high}); 0.5 is chance, above 0.6 is a warning.',
    '{name} faz as vezes de {attribute} “{group}”: {of} dos membros, {against} dos demais. Um revela o outro com AUC de {auc} ({low} a {high}); 0,5 é acaso, acima de 0,6 é um aviso.',
    '{name} hace las veces de {attribute} «{group}»: el {of} de sus miembros, el {against} de los demás. Uno revela el otro con un AUC de {auc} ({low} a {high}); 0,5 es azar, más de 0,6 es un aviso.',
    '{name} tient lieu de {attribute} « {group} » : {of} de ses membres, {against} des autres. L’un révèle l’autre avec une AUC de {auc} ({low} à {high}) ; 0,5 est le hasard, au-delà de 0,6 c’est un avertissement.',
  ],
  standsStrongly: [
    '{name} is nearly the same as asking for {attribute} “{group}”: {of} of its members, {against} of the others (AUC {auc}, {low} to {high}; above 0.7 it should not be activated unless somebody answers for it).',
    '{name} é quase o mesmo que pedir {attribute} “{group}”: {of} dos membros, {against} dos demais (AUC {auc}, {low} a {high}; acima de 0,7 não deve ser ativado sem que alguém responda por isso).',
    '{name} es casi lo mismo que pedir {attribute} «{group}»: el {of} de sus miembros, el {against} de los demás (AUC {auc}, {low} a {high}; por encima de 0,7 no debe activarse sin que alguien responda de ello).',
    '{name} revient presque à demander {attribute} « {group} » : {of} de ses membres, {against} des autres (AUC {auc}, {low} à {high} ; au-delà de 0,7, ne l’activez pas sans que quelqu’un en réponde).',
  ],
  standsFew: [
    '{name} stands for {attribute} “{group}”. Fewer than {floor} customers lie behind one of the figures, so that they are not shown.',
    '{name} faz as vezes de {attribute} “{group}”. Há menos de {floor} clientes por trás de um dos números, por isso não são mostrados.',
    '{name} hace las veces de {attribute} «{group}». Hay menos de {floor} clientes detrás de una de las cifras, así que no se muestran.',
    '{name} tient lieu de {attribute} « {group} ». Moins de {floor} clients sont derrière l’un des chiffres, qui ne sont donc pas affichés.',
  ],
  scoreHigher: [
    'The score {score} stands for {attribute} “{group}”, who have higher values: AUC {auc} ({low} to {high}); 0.5 is chance, above 0.6 is a warning.',
    'A pontuação {score} faz as vezes de {attribute} “{group}”, com valores mais altos: AUC {auc} ({low} a {high}); 0,5 é acaso, acima de 0,6 é um aviso.',
    'La puntuación {score} hace las veces de {attribute} «{group}», con valores más altos: AUC {auc} ({low} a {high}); 0,5 es azar, más de 0,6 es un aviso.',
    'Le score {score} tient lieu de {attribute} « {group} », aux valeurs plus hautes : AUC {auc} ({low} à {high}) ; 0,5 est le hasard, au-delà de 0,6 c’est un avertissement.',
  ],
  scoreLower: [
    'The score {score} stands for {attribute} “{group}”, who have lower values: AUC {auc} ({low} to {high}); 0.5 is chance, above 0.6 is a warning.',
    'A pontuação {score} faz as vezes de {attribute} “{group}”, com valores mais baixos: AUC {auc} ({low} a {high}); 0,5 é acaso, acima de 0,6 é um aviso.',
    'La puntuación {score} hace las veces de {attribute} «{group}», con valores más bajos: AUC {auc} ({low} a {high}); 0,5 es azar, más de 0,6 es un aviso.',
    'Le score {score} tient lieu de {attribute} « {group} », aux valeurs plus basses : AUC {auc} ({low} à {high}) ; 0,5 est le hasard, au-delà de 0,6 c’est un avertissement.',
  ],
  fair: [
    'It stands for nothing protected, as far as measured: {what}. Strongest is {attribute} “{group}” with an AUC of {auc} (0.5 is chance, above 0.6 is a warning).',
    'Não faz as vezes de nada protegido, até onde se mediu: {what}. O mais forte é {attribute} “{group}”, com AUC de {auc} (0,5 é acaso, acima de 0,6 é um aviso).',
    'No hace las veces de nada protegido, hasta donde se midió: {what}. Lo más fuerte es {attribute} «{group}», con un AUC de {auc} (0,5 es azar, más de 0,6 es un aviso).',
    'Il ne tient lieu d’aucun attribut protégé parmi ceux mesurés : {what}. Le plus fort est {attribute} « {group} », avec une AUC de {auc} (0,5 est le hasard, au-delà de 0,6 c’est un avertissement).',
  ],
  fairAll: [
    'No segment, and no score that they ask for, stands for something protected under another name, as far as measured.',
    'Nenhum segmento, nem pontuação que usam, faz as vezes de algo protegido sob outro nome, até onde se mediu.',
    'Ningún segmento, ni puntuación que usan, hace las veces de algo protegido bajo otro nombre, hasta donde se midió.',
    'Aucun segment, ni score qu’ils utilisent, ne tient lieu d’un attribut protégé sous un autre nom, parmi ceux mesurés.',
  ],
  nothing: [
    'Whether it stands for something protected was not measured: the catalogue names no gender, birth date, income or language, and marks nothing as sensitive.',
    'Não se mediu se faz as vezes de algo protegido: o catálogo não nomeia gênero, data de nascimento, renda nem idioma, e não marca nada como sensível.',
    'No se midió si hace las veces de algo protegido: el catálogo no nombra género, fecha de nacimiento, ingresos ni idioma, y no marca nada como sensible.',
    'On n’a pas mesuré s’il tient lieu d’un attribut protégé : le catalogue ne nomme ni genre, ni date de naissance, ni revenu, ni langue, et ne marque rien comme sensible.',
  ],
  unmeasured: [
    'Not measured, as known of fewer than 60 %: {what}.',
    'Não medidos, pois conhecidos de menos de 60 %: {what}.',
    'Sin medir, por conocerse de menos del 60 %: {what}.',
    'Non mesurés, car connus pour moins de 60 % : {what}.',
  ],
  unmeasuredAll: [
    'Whether it stands for something protected cannot be told: {what} are known of fewer than 60 %.',
    'Não dá para dizer se faz as vezes de algo protegido: {what} são conhecidos de menos de 60 %.',
    'No se puede decir si hace las veces de algo protegido: {what} se conocen de menos del 60 %.',
    'Impossible de dire s’il tient lieu d’un attribut protégé : {what}, connus pour moins de 60 %.',
  ],
  table: [
    'Protected attributes',
    'Atributos protegidos',
    'Atributos protegidos',
    'Attributs protégés',
  ],
  chart: [
    'How well each tells the group (0.5 is chance)',
    'Quão bem cada um revela o grupo (0,5 é acaso)',
    'En qué medida cada uno revela el grupo (0,5 es azar)',
    'À quel point chacun révèle le groupe (0,5 est le hasard)',
  ],
  what: ['Segment or score', 'Segmento ou pontuação', 'Segmento o puntuación', 'Segment ou score'],
  attribute: ['Attribute', 'Atributo', 'Atributo', 'Attribut'],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  level: ['Stands for it', 'Faz as vezes', 'Hace las veces', 'En tient lieu'],
  tells: ['AUC of the group', 'AUC do grupo', 'AUC del grupo', 'AUC du groupe'],
  told: [
    'AUC of membership',
    'AUC do pertencimento',
    'AUC de la pertenencia',
    'AUC de l’appartenance',
  ],
  members: ['Of the members', 'Dos membros', 'De los miembros', 'Des membres'],
  others: ['Of the others', 'Dos demais', 'De los demás', 'Des autres'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  strong: ['strongly', 'fortemente', 'mucho', 'fortement'],
  warns: ['yes', 'sim', 'sí', 'oui'],
  no: ['no', 'não', 'no', 'non'],
  asked: ['asked openly', 'pedido abertamente', 'pedido abiertamente', 'demandé ouvertement'],
  method: [
    'AUC with DeLong’s interval (1988), in both directions: the group from membership or score, and membership from the group; the stronger counts, from 0.6 on as a warning where its interval excludes 0.5, from 0.7 on as strong where it excludes 0.6. Groups from 50 customers, attributes known of at least 60 %. Scores in hundredths, among those who have one.',
    'AUC com o intervalo de DeLong (1988), nos dois sentidos: o grupo a partir do pertencimento ou da pontuação, e o pertencimento a partir do grupo; vale o mais forte, a partir de 0,6 como aviso se o intervalo exclui 0,5, a partir de 0,7 como forte se exclui 0,6. Grupos a partir de 50 clientes, atributos conhecidos de ao menos 60 %. Pontuações em centésimos, entre quem tem uma.',
    'AUC con el intervalo de DeLong (1988), en ambos sentidos: el grupo a partir de la pertenencia o la puntuación, y la pertenencia a partir del grupo; cuenta el más fuerte, desde 0,6 como aviso si su intervalo excluye 0,5, desde 0,7 como fuerte si excluye 0,6. Grupos desde 50 clientes, atributos conocidos de al menos el 60 %. Puntuaciones en centésimos, entre quienes tienen una.',
    'AUC avec l’intervalle de DeLong (1988), dans les deux sens : le groupe d’après l’appartenance ou le score, et l’appartenance d’après le groupe ; le plus fort compte, dès 0,6 comme avertissement si son intervalle exclut 0,5, dès 0,7 comme fort s’il exclut 0,6. Groupes dès 50 clients, attributs connus pour au moins 60 %. Scores en centièmes, parmi ceux qui en ont un.',
  ],
}
