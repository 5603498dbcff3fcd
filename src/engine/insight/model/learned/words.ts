/** What learned models say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'unequal'
  | 'unequalMore'
  | 'equal'
  | 'leak'
  | 'proxy'
  | 'withheld'
  | 'audit'
  | 'attribute'
  | 'group'
  | 'customers'
  | 'chosen'
  | 'ratio'
  | 'unmeasured'
  | 'quality'
  | 'model'
  | 'used'
  | 'baseline'
  | 'challenger'
  | 'auc'
  | 'precision'
  | 'skill'
  | 'loss'
  | 'gapOf'
  | 'rows'
  | 'hits'
  | 'deciles'
  | 'decile'
  | 'lift'
  | 'captured'
  | 'reliability'
  | 'promised'
  | 'observed'
  | 'importance'
  | 'feature'
  | 'share'
  | 'direction'
  | 'up'
  | 'down'
  | 'mixed'
  | 'between'
  | 'strength'
  | 'out'
  | 'strengths'

export const W: Readonly<Record<Word, Texts>> = {
  unequal: [
    'The top tenth holds fewer of {group} ({attribute}) than four fifths allow: {ratio} of the rate of the group chosen most ({low} to {high}). The model never saw this attribute; what it saw goes with it. Justify it or change the model before acting on it.',
    'O primeiro décimo tem menos de {group} ({attribute}) do que a regra dos quatro quintos admite: {ratio} da taxa do grupo mais escolhido ({low} a {high}). O modelo nunca viu este atributo; o que viu anda junto com ele. Justifique ou mude o modelo antes de agir.',
    'El primer decil tiene menos de {group} ({attribute}) de lo que admiten los cuatro quintos: {ratio} de la tasa del grupo más elegido ({low} a {high}). El modelo nunca vio este atributo; lo que vio va con él. Justifíquelo o cambie el modelo antes de actuar.',
    'Le premier dixième compte moins de {group} ({attribute}) que ne l’admettent les quatre cinquièmes : {ratio} du taux du groupe le plus choisi ({low} à {high}). Le modèle n’a jamais vu cet attribut ; ce qu’il a vu va avec lui. Justifiez-le ou changez le modèle avant d’agir.',
  ],
  unequalMore: [
    'The top tenth holds fewer of {group} ({attribute}) than four fifths allow: {ratio} of the rate of the group chosen most ({low} to {high}); other groups of it that fall short: {others}. The model never saw this attribute; what it saw goes with it. Justify it or change the model before acting on it.',
    'O primeiro décimo tem menos de {group} ({attribute}) do que a regra dos quatro quintos admite: {ratio} da taxa do grupo mais escolhido ({low} a {high}); outros grupos dele que ficam aquém: {others}. O modelo nunca viu este atributo; o que viu anda junto com ele. Justifique ou mude o modelo antes de agir.',
    'El primer decil tiene menos de {group} ({attribute}) de lo que admiten los cuatro quintos: {ratio} de la tasa del grupo más elegido ({low} a {high}); otros de sus grupos que se quedan cortos: {others}. El modelo nunca vio este atributo; lo que vio va con él. Justifíquelo o cambie el modelo antes de actuar.',
    'Le premier dixième compte moins de {group} ({attribute}) que ne l’admettent les quatre cinquièmes : {ratio} du taux du groupe le plus choisi ({low} à {high}) ; autres de ses groupes en deçà : {others}. Le modèle n’a jamais vu cet attribut ; ce qu’il a vu va avec lui. Justifiez-le ou changez le modèle avant d’agir.',
  ],
  equal: [
    'By the protected attributes that are known, every group reaches four fifths of the rate of the group chosen most.',
    'Pelos atributos protegidos conhecidos, todo grupo alcança quatro quintos da taxa do grupo mais escolhido.',
    'Según los atributos protegidos conocidos, todo grupo alcanza los cuatro quintos de la tasa del grupo más elegido.',
    'Selon les attributs protégés connus, chaque groupe atteint les quatre cinquièmes du taux du groupe le plus choisi.',
  ],
  leak: [
    '{feature} tells the answer almost by itself (AUC {auc}): was it known beforehand? It was left out. If it was, name it under “confirmed”.',
    '{feature} diz a resposta quase sozinho (AUC {auc}): já era conhecido antes? Foi deixado de fora. Se era, indique em “confirmed”.',
    '{feature} dice la respuesta casi por sí solo (AUC {auc}): ¿se conocía antes? Se dejó fuera. Si era así, indíquelo en «confirmed».',
    '{feature} donne presque à lui seul la réponse (AUC {auc}) : était-il connu avant ? Il a été écarté. Si oui, nommez-le sous « confirmed ».',
  ],
  proxy: [
    'What is learned from stands for what must not be: {pairs}. Whoever knows the one knows the other; leave such features out where the choice matters to people.',
    'O que se aprende está no lugar do que não se deve usar: {pairs}. Quem conhece um conhece o outro; deixe essas características de fora quando a escolha importa para as pessoas.',
    'Lo que se aprende está en lugar de lo que no debe usarse: {pairs}. Quien conoce lo uno conoce lo otro; deje fuera esas características cuando la elección importe a las personas.',
    'Ce qui est appris tient lieu de ce qui ne doit pas l’être : {pairs}. Qui connaît l’un connaît l’autre ; écartez ces caractéristiques quand le choix compte pour les gens.',
  ],
  withheld: [
    'Protected attributes were not looked at: {names}. The result was audited by them.',
    'Atributos protegidos não foram considerados: {names}. O resultado foi auditado por eles.',
    'No se miraron atributos protegidos: {names}. El resultado se auditó según ellos.',
    'Les attributs protégés n’ont pas été regardés : {names}. Le résultat a été audité selon eux.',
  ],
  audit: [
    'Who is in the top tenth, by protected attributes',
    'Quem está no primeiro décimo, por atributos protegidos',
    'Quién está en el primer decil, por atributos protegidos',
    'Qui est dans le premier dixième, par attributs protégés',
  ],
  attribute: ['Attribute', 'Atributo', 'Atributo', 'Attribut'],
  group: ['Group', 'Grupo', 'Grupo', 'Groupe'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  chosen: [
    'Share in the top tenth',
    'Parcela no primeiro décimo',
    'Parte en el primer decil',
    'Part dans le premier dixième',
  ],
  ratio: [
    'Against the group chosen most',
    'Em relação ao grupo mais escolhido',
    'Respecto al grupo más elegido',
    'Rapport au groupe le plus choisi',
  ],
  unmeasured: [
    'not measured: known of too few',
    'não medido: conhecido de poucos',
    'no medido: conocido de pocos',
    'non mesuré : connu de trop peu',
  ],
  quality: [
    'How good the model is, on rows it has not seen',
    'Quão bom é o modelo, em linhas que não viu',
    'Cuán bueno es el modelo, en filas que no ha visto',
    'Qualité du modèle, sur des lignes qu’il n’a pas vues',
  ],
  model: ['Model', 'Modelo', 'Modelo', 'Modèle'],
  used: ['In use', 'Em uso', 'En uso', 'Employé'],
  baseline: [
    'Logistic regression',
    'Regressão logística',
    'Regresión logística',
    'Régression logistique',
  ],
  challenger: ['Boosted trees', 'Árvores boosted', 'Árboles boosted', 'Arbres boostés'],
  auc: ['AUC', 'AUC', 'AUC', 'AUC'],
  precision: ['Average precision', 'Precisão média', 'Precisión media', 'Précision moyenne'],
  skill: [
    'Brier skill (0: no better than the base rate)',
    'Ganho de Brier (0: não melhor que a taxa base)',
    'Ganancia de Brier (0: no mejor que la tasa base)',
    'Gain de Brier (0 : pas mieux que le taux de base)',
  ],
  loss: ['Log loss', 'Perda logarítmica', 'Pérdida logarítmica', 'Perte logarithmique'],
  gapOf: [
    'Promised against observed',
    'Prometido contra observado',
    'Prometido frente a observado',
    'Promis contre observé',
  ],
  rows: ['Rows', 'Linhas', 'Filas', 'Lignes'],
  hits: ['With the outcome', 'Com o resultado', 'Con el resultado', 'Avec le résultat'],
  deciles: [
    'Tenths by score, best first',
    'Décimos por pontuação, melhores primeiro',
    'Deciles por puntuación, mejores primero',
    'Dixièmes par score, les meilleurs d’abord',
  ],
  decile: ['Tenth', 'Décimo', 'Decil', 'Dixième'],
  lift: ['Times the average', 'Vezes a média', 'Veces la media', 'Fois la moyenne'],
  captured: ['Found so far', 'Achados até aqui', 'Hallados hasta aquí', 'Trouvés jusqu’ici'],
  reliability: [
    'Promised and observed',
    'Prometido e observado',
    'Prometido y observado',
    'Promis et observé',
  ],
  promised: ['Promised', 'Prometido', 'Prometido', 'Promis'],
  observed: ['Observed', 'Observado', 'Observado', 'Observé'],
  importance: [
    'What the model listens to',
    'O que o modelo escuta',
    'Qué escucha el modelo',
    'Ce que le modèle écoute',
  ],
  feature: ['Feature', 'Característica', 'Característica', 'Caractéristique'],
  share: ['Share', 'Parcela', 'Proporción', 'Part'],
  direction: ['Direction', 'Sentido', 'Sentido', 'Sens'],
  up: [
    'more is likelier',
    'mais é mais provável',
    'más es más probable',
    'plus rend plus probable',
  ],
  down: [
    'more is less likely',
    'mais é menos provável',
    'más es menos probable',
    'plus rend moins probable',
  ],
  mixed: ['neither way', 'sem sentido único', 'sin sentido único', 'sans sens unique'],
  between: [
    'most {highest}, least {lowest}',
    'mais {highest}, menos {lowest}',
    'más {highest}, menos {lowest}',
    'surtout {highest}, le moins {lowest}',
  ],
  strength: ['Alone (AUC)', 'Sozinha (AUC)', 'Por sí sola (AUC)', 'Seule (AUC)'],
  out: ['Left out', 'Deixada de fora', 'Dejada fuera', 'Écartée'],
  strengths: [
    'Each feature by itself',
    'Cada característica sozinha',
    'Cada característica por sí sola',
    'Chaque caractéristique seule',
  ],
}
