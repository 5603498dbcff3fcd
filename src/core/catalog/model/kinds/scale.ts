/** Scales: what survey answers say of a person's traits. */
import { mapIn, outputName, type ModelSpec } from '../spec.ts'

/** `scale`. */
export const SCALE: ModelSpec = {
  kind: 'scale',
  key: 'survey',
  refresh: 'weekly',
  label: ['Survey scales', 'Escalas de pesquisa', 'Escalas de encuesta', 'Échelles d’enquête'],
  about: [
    'Scores of psychographic scales from survey answers, with how well the items of each hang together.',
    'Pontuações de escalas psicográficas a partir de respostas, com o quanto os itens de cada uma combinam.',
    'Puntuaciones de escalas psicográficas a partir de respuestas, con lo bien que encajan los ítems de cada una.',
    'Scores d’échelles psychographiques tirés des réponses, avec la cohésion des items de chacune.',
  ],
  settings: [
    {
      name: 'scales',
      kind: 'items',
      required: true,
      label: [
        'by name, the items of each scale; a minus before those worded the other way round',
        'por nome, os itens de cada escala; um menos antes dos redigidos ao contrário',
        'por nombre, los ítems de cada escala; un menos ante los redactados al revés',
        'par nom, les items de chaque échelle ; un moins devant ceux formulés à l’envers',
      ],
      example: { agreeableness: '-A1 A2 A3 A4 A5' },
    },
    {
      name: 'items',
      kind: 'expressions',
      label: [
        'where an item is no trait of that name: its answer in the segment language',
        'onde um item não é um atributo desse nome: a resposta na linguagem de segmentos',
        'donde un ítem no es un atributo de ese nombre: su respuesta en el lenguaje de segmentos',
        'quand un item n’est pas un attribut de ce nom : sa réponse dans le langage des segments',
      ],
      example: { A1: 'last(survey_answered where survey = "A1").score' },
    },
    {
      name: 'low',
      kind: 'number',
      default: 1,
      range: [-1000, 1000],
      label: ['lowest answer', 'menor resposta', 'respuesta más baja', 'réponse la plus basse'],
    },
    {
      name: 'high',
      kind: 'number',
      default: 5,
      range: [-1000, 1000],
      label: ['highest answer', 'maior resposta', 'respuesta más alta', 'réponse la plus haute'],
    },
    {
      name: 'least_answered',
      kind: 'number',
      default: 0.5,
      range: [0, 1],
      label: [
        'share of a scale’s items that must be answered for a score',
        'parcela dos itens de uma escala que precisa de resposta para pontuar',
        'parte de los ítems de una escala que debe responderse para puntuar',
        'part des items d’une échelle à laquelle il faut répondre pour un score',
      ],
    },
    {
      name: 'factors',
      kind: 'whole',
      default: 0,
      range: [0, 20],
      label: [
        'factors behind all items; 0: as many as exceed chance (parallel analysis)',
        'fatores por trás de todos os itens; 0: tantos quantos superem o acaso (análise paralela)',
        'factores tras todos los ítems; 0: tantos como superen el azar (análisis paralelo)',
        'facteurs derrière tous les items ; 0 : autant qu’il en dépasse le hasard (analyse parallèle)',
      ],
    },
  ],
  outputs: (settings) =>
    Object.keys(mapIn<string>(settings, 'scales')).map((name) => ({
      name: outputName(name),
      unit: 'number' as const,
      label: [name, name, name, name] as const,
    })),
}
