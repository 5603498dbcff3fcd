/** Warnings about survey scales, in the four languages. */
import { fill, type Locale, type Words } from '../../base/index.ts'
import type { ScaleWarning } from './reliability.ts'

const WARNING_WORDS: Words<ScaleWarning['code']> = {
  en: {
    'alpha-low':
      'The items hang together loosely (alpha {alpha}): fit for groups, not for single customers.',
    'alpha-very-low':
      'The items do not measure one thing well (alpha {alpha}): do not use the score.',
    'item-against':
      'Item {item} runs against the others (correlation {itemRest}): is it worded the other way round? Say so in the key; we do not turn it in silence.',
    'item-loose': 'Item {item} has little to do with the others (correlation {itemRest}).',
    'several-dimensions':
      'The items measure {dimensions} things: a good alpha is no proof of one trait.',
    'few-items': 'With {items} items a scale is too short to be judged.',
    'few-answers': 'Only {n} people answered: these figures may change.',
    'constant-item': 'Everybody answered item {item} alike: it tells nothing.',
  },
  'pt-BR': {
    'alpha-low':
      'Os itens combinam pouco (alfa {alpha}): serve para grupos, não para clientes isolados.',
    'alpha-very-low': 'Os itens não medem bem uma só coisa (alfa {alpha}): não use a pontuação.',
    'item-against':
      'O item {item} vai contra os outros (correlação {itemRest}): está redigido ao contrário? Indique isso na chave; não o invertemos em silêncio.',
    'item-loose': 'O item {item} tem pouco a ver com os outros (correlação {itemRest}).',
    'several-dimensions':
      'Os itens medem {dimensions} coisas: um bom alfa não prova um único traço.',
    'few-items': 'Com {items} itens, a escala é curta demais para ser avaliada.',
    'few-answers': 'Só {n} pessoas responderam: estes números podem mudar.',
    'constant-item': 'Todos responderam igual ao item {item}: ele não diz nada.',
  },
  es: {
    'alpha-low':
      'Los ítems encajan poco (alfa {alpha}): sirve para grupos, no para clientes sueltos.',
    'alpha-very-low': 'Los ítems no miden bien una sola cosa (alfa {alpha}): no use la puntuación.',
    'item-against':
      'El ítem {item} va contra los demás (correlación {itemRest}): ¿está redactado al revés? Indíquelo en la clave; no lo invertimos en silencio.',
    'item-loose': 'El ítem {item} tiene poco que ver con los demás (correlación {itemRest}).',
    'several-dimensions':
      'Los ítems miden {dimensions} cosas: un buen alfa no prueba un único rasgo.',
    'few-items': 'Con {items} ítems, la escala es demasiado corta para juzgarla.',
    'few-answers': 'Solo respondieron {n} personas: estas cifras pueden cambiar.',
    'constant-item': 'Todos respondieron igual al ítem {item}: no dice nada.',
  },
  fr: {
    'alpha-low':
      'Les items vont peu ensemble (alpha {alpha}) : utilisable pour des groupes, pas pour un client seul.',
    'alpha-very-low':
      'Les items ne mesurent pas bien une seule chose (alpha {alpha}) : n’utilisez pas le score.',
    'item-against':
      'L’item {item} va à l’encontre des autres (corrélation {itemRest}) : est-il formulé à l’envers ? Indiquez-le dans la clé ; nous ne le retournons pas en silence.',
    'item-loose': 'L’item {item} a peu à voir avec les autres (corrélation {itemRest}).',
    'several-dimensions':
      'Les items mesurent {dimensions} choses : un bon alpha ne prouve pas un trait unique.',
    'few-items': 'Avec {items} items, l’échelle est trop courte pour être jugée.',
    'few-answers': 'Seulement {n} personnes ont répondu : ces chiffres peuvent changer.',
    'constant-item': 'Tout le monde a répondu pareil à l’item {item} : il ne dit rien.',
  },
}

/** A warning as a sentence, figures to two digits. */
export function scaleWarningWords(warning: ScaleWarning, locale: Locale): string {
  const { code, ...params } = warning
  const rounded = Object.fromEntries(
    Object.entries(params).map(([name, value]): readonly [string, string | number] => [
      name,
      typeof value === 'number' ? Math.round(value * 100) / 100 : value,
    ]),
  )
  return fill(WARNING_WORDS[locale][code], rounded, locale)
}
