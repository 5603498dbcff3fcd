/** Words about models: what they compute, how they stand, running them. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type ModelWord =
  | 'modelsTitle'
  | 'modelsIntro'
  | 'modelsOpen'
  | 'modelsNone'
  | 'modelsIssues'
  | 'modelsMore'
  | 'modelsMoreHint'
  | 'modelAdd'
  | 'modelAddNamed'
  | 'modelAdded'
  | 'modelGone'
  | 'modelRun'
  | 'modelRunNamed'
  | 'modelRunning'
  | 'modelRan'
  | 'modelStopped'
  | 'modelNever'
  | 'modelDue'
  | 'modelStale'
  | 'modelStaleHint'
  | 'modelOk'
  | 'modelWeak'
  | 'modelNotIdentified'
  | 'modelNoData'
  | 'modelWeakHint'
  | 'modelNotIdentifiedHint'
  | 'modelNoDataHint'
  | 'modelStateRunning'
  | 'modelStateFailed'
  | 'modelStateCancelled'
  | 'modelStateDied'
  | 'refreshDaily'
  | 'refreshWeekly'
  | 'refreshMonthly'
  | 'refreshNever'
  | 'modelNext'
  | 'modelBySchedule'
  | 'modelScores'
  | 'modelScoresHint'
  | 'modelSettings'
  | 'modelSettingsHint'
  | 'modelRuns'
  | 'modelFrom'
  | 'modelWritten'
  | 'modelNoRun'
  | 'modelShownRun'

/** The texts. */
export const MODEL: Chapter<ModelWord> = {
  modelsTitle: ['Models', 'Modelos estatísticos', 'Modelos estadísticos', 'Modèles statistiques'],
  modelsIntro: [
    'A model computes scores of every customer, which definitions of segments can use. Each says what it rests on and how sure it is.',
    'Um modelo calcula notas de cada cliente, que as definições de segmentos podem usar. Cada um diz em que se baseia e com que certeza.',
    'Un modelo calcula puntuaciones de cada cliente, que las definiciones de segmentos pueden usar. Cada uno dice en qué se basa y con qué certeza.',
    'Un modèle calcule des scores pour chaque client, utilisables dans les définitions de segments. Chacun dit sur quoi il repose et avec quelle certitude.',
  ],
  modelsOpen: [
    'Models and their scores',
    'Modelos e suas notas',
    'Modelos y sus puntuaciones',
    'Modèles et leurs scores',
  ],
  modelsNone: [
    'This programme has no model yet. Add one below.',
    'Este programa ainda não tem modelos. Adicione um abaixo.',
    'Este programa todavía no tiene modelos. Añada uno abajo.',
    'Ce programme n’a pas encore de modèle. Ajoutez-en un ci-dessous.',
  ],
  modelsIssues: [
    'Files of models that cannot be understood',
    'Arquivos de modelos que não podem ser entendidos',
    'Archivos de modelos que no se entienden',
    'Fichiers de modèles incompréhensibles',
  ],
  modelsMore: ['Add a model', 'Adicionar um modelo', 'Añadir un modelo', 'Ajouter un modèle'],
  modelsMoreHint: [
    'Adding writes a first file into the folder “models”; change it there.',
    'Adicionar grava um primeiro arquivo na pasta “models”; mude-o ali.',
    'Añadir escribe un primer archivo en la carpeta «models»; cámbielo allí.',
    'Ajouter écrit un premier fichier dans le dossier « models » ; modifiez-le là.',
  ],
  modelAdd: ['Add', 'Adicionar', 'Añadir', 'Ajouter'],
  modelAddNamed: ['Add: {name}', 'Adicionar: {name}', 'Añadir: {name}', 'Ajouter : {name}'],
  modelAdded: [
    '{file} was written.',
    '{file} foi gravado.',
    'Se escribió {file}.',
    '{file} a été écrit.',
  ],
  modelGone: [
    'There is no model “{name}”.',
    'Não existe o modelo “{name}”.',
    'No existe el modelo «{name}».',
    'Il n’y a pas de modèle « {name} ».',
  ],
  modelRun: ['Run now', 'Calcular agora', 'Calcular ahora', 'Calculer maintenant'],
  modelRunNamed: [
    'Run now: {name}',
    'Calcular agora: {name}',
    'Calcular ahora: {name}',
    'Calculer maintenant : {name}',
  ],
  modelRunning: ['Computing {name}', 'Calculando {name}', 'Calculando {name}', 'Calcul de {name}'],
  modelRan: [
    '{name} is computed.',
    '{name} foi calculado.',
    '{name} está calculado.',
    '{name} est calculé.',
  ],
  modelStopped: [
    'Stopped; the former scores stay.',
    'Parado; as notas anteriores ficam.',
    'Detenido; quedan las puntuaciones anteriores.',
    'Arrêté ; les scores précédents restent.',
  ],
  modelNever: ['never run', 'nunca calculado', 'nunca calculado', 'jamais calculé'],
  modelDue: ['due', 'na vez', 'toca calcular', 'à recalculer'],
  modelStale: ['stale', 'desatualizado', 'desactualizado', 'périmé'],
  modelStaleHint: [
    'The scores that hold are not those of the last run, or the file has changed since.',
    'As notas em vigor não são as do último cálculo, ou o arquivo mudou depois.',
    'Las puntuaciones vigentes no son las del último cálculo, o el archivo cambió después.',
    'Les scores en vigueur ne sont pas ceux du dernier calcul, ou le fichier a changé depuis.',
  ],
  modelOk: ['sound', 'sólido', 'sólido', 'solide'],
  modelWeak: ['weak', 'fraco', 'débil', 'fragile'],
  modelNotIdentified: [
    'data cannot tell',
    'os dados não dizem',
    'los datos no lo dicen',
    'indécidable',
  ],
  modelNoData: ['no data', 'sem dados', 'sin datos', 'sans données'],
  modelWeakHint: [
    'Few data, wide intervals, or a doubtful assumption: take its figures as rough.',
    'Poucos dados, intervalos largos ou uma suposição duvidosa: tome os números como aproximados.',
    'Pocos datos, intervalos anchos o un supuesto dudoso: tome sus cifras como aproximadas.',
    'Peu de données, intervalles larges ou hypothèse douteuse : ses chiffres ne sont qu’indicatifs.',
  ],
  modelNotIdentifiedHint: [
    'These data cannot answer what the model asks; what was found says why.',
    'Estes dados não respondem ao que o modelo pergunta; o que foi encontrado diz por quê.',
    'Estos datos no responden a lo que pregunta el modelo; lo encontrado dice por qué.',
    'Ces données ne répondent pas à la question du modèle ; ce qui ressort dit pourquoi.',
  ],
  modelNoDataHint: [
    'There was nobody to compute it from.',
    'Não havia ninguém a partir de quem calcular.',
    'No había nadie a partir de quien calcular.',
    'Il n’y avait personne à partir de qui calculer.',
  ],
  modelStateRunning: ['running', 'calculando', 'calculando', 'en cours'],
  modelStateFailed: ['failed', 'falhou', 'falló', 'échec'],
  modelStateCancelled: ['cancelled', 'cancelado', 'cancelado', 'annulé'],
  modelStateDied: ['broke off', 'interrompido', 'interrumpido', 'interrompu'],
  refreshDaily: [
    'computed anew every day',
    'recalculado todo dia',
    'se recalcula cada día',
    'recalculé chaque jour',
  ],
  refreshWeekly: [
    'computed anew every week',
    'recalculado toda semana',
    'se recalcula cada semana',
    'recalculé chaque semaine',
  ],
  refreshMonthly: [
    'computed anew every month',
    'recalculado todo mês',
    'se recalcula cada mes',
    'recalculé chaque mois',
  ],
  refreshNever: [
    'computed by hand only',
    'calculado só à mão',
    'solo se calcula a mano',
    'calculé à la main seulement',
  ],
  modelNext: ['next on {date}', 'próximo em {date}', 'próximo: {date}', 'prochain : {date}'],
  modelBySchedule: [
    'by itself, on schedule',
    'sozinho, no prazo',
    'solo, en su plazo',
    'automatique, à échéance',
  ],
  modelScores: ['Scores that it gives', 'Notas que dá', 'Puntuaciones que da', 'Scores fournis'],
  modelScoresHint: [
    'Use them in a definition, for example:',
    'Use-as em uma definição, por exemplo:',
    'Úselas en una definición, por ejemplo:',
    'Utilisez-les dans une définition, par exemple :',
  ],
  modelSettings: ['Settings', 'Configuração', 'Ajustes', 'Réglages'],
  modelSettingsHint: [
    'They stand in {file}.',
    'Estão em {file}.',
    'Están en {file}.',
    'Ils se trouvent dans {file}.',
  ],
  modelRuns: ['Runs', 'Cálculos', 'Cálculos', 'Calculs'],
  modelFrom: [
    'from {n} customers',
    'a partir de {n} clientes',
    'a partir de {n} clientes',
    'à partir de {n} clients',
  ],
  modelWritten: [
    '{n} scores changed',
    '{n} notas mudaram',
    'cambiaron {n} puntuaciones',
    '{n} scores modifiés',
  ],
  modelNoRun: [
    'It was never run, so there is nothing to show yet.',
    'Nunca foi calculado; ainda não há o que mostrar.',
    'Nunca se calculó; todavía no hay nada que mostrar.',
    'Il n’a jamais été calculé ; il n’y a encore rien à montrer.',
  ],
  modelShownRun: [
    'Shown below: the run of {date}',
    'Mostrado abaixo: o cálculo de {date}',
    'Abajo se muestra: el cálculo del {date}',
    'Affiché ci-dessous : le calcul du {date}',
  ],
}
