/** What issues of the language say in Spanish. */
import type { IssueWord } from './issue-word.ts'

export const ES: Readonly<Record<IssueWord, string>> = {
  'did-you-mean': '¿Quiso decir {nearest}?',
  'write-instead': 'Escriba: {fix}',
  'known-names': 'Conocidos: {known}.',
  'expected-condition': 'una condición o un valor',
  'expected-name': 'un nombre',
  'expected-operator': 'una pregunta como `=`, `in`, `between` o `contains`',
  or: 'o',
  'type-text': 'texto',
  'type-category': 'una categoría',
  'type-number': 'un número',
  'type-money': 'un importe',
  'type-boolean': 'verdadero o falso',
  'type-date': 'una fecha',
  'type-instant': 'un instante',
  'type-duration': 'una duración',
  'type-length': 'una distancia',
  'type-list': 'una lista',
  'type-geo': 'un lugar',
  'segment/text-too-long':
    'La definición tiene más de {limit} caracteres. Divídala en varios segmentos y únalos con `in segment`.',
  'segment/bad-character':
    'El carácter {found} no significa nada aquí. Quítelo, o póngalo entre comillas si es parte de un texto.',
  'segment/open-text': 'Este texto no termina. Ciérrelo con {expected} en la misma línea.',
  'segment/open-name':
    'Este nombre está vacío o no termina. Ciérrelo con un acento grave (`) en la misma línea.',
  'segment/bad-escape':
    '{found} no significa nada dentro de un texto. Para una barra invertida, escriba dos.',
  'segment/bad-number': '{found} no es un número. Deje un espacio entre el número y su unidad.',
  'segment/number-range':
    '{found} se sale de los límites: un número tiene como máximo doce cifras antes del punto y seis después.',
  'segment/bad-date': '{found} no existe en el calendario o queda fuera de los años 1900 a 2299.',
  'segment/date-shape':
    '{found} puede leerse de dos maneras. Escriba la fecha como año-mes-día: 2026-01-31.',
  'segment/instant-offset':
    '{found} no dice en qué zona horaria. Añada Z para UTC o una diferencia como +02:00.',
  'segment/empty': 'La definición está vacía. Para incluir toda la base, escriba `everyone`.',
  'segment/expected': 'Aquí se esperaba {expected}, no {found}.',
  'segment/expected-at-end': 'La definición termina demasiado pronto: se esperaba {expected}.',
  'segment/expected-value': 'Aquí hace falta un valor, pero esto es una condición.',
  'segment/expected-comparison':
    'Esto es solo un valor. Diga qué se le pregunta, por ejemplo con `=`, `>`, `in (...)` o `is known`.',
  'segment/misplaced-not':
    'Después de un valor, `not` solo acompaña a `in`. Ponga `not` delante de toda la condición.',
  'segment/unknown-function': 'No existe la función {found}.',
  'segment/missing-connective': 'Falta `and` u `or` antes de {found}.',
  'segment/reserved-name':
    '{name} es una palabra del lenguaje. Para usarla como nombre, póngala entre acentos graves.',
  'segment/calendar-duration':
    '{found} no tiene una duración fija. Escriba días o pregunte con una ventana: `joined within last 6 months`.',
  'segment/rolling-unit':
    'Los trimestres son periodos enteros. Escriba `previous {count} quarters`.',
  'segment/whole-number': 'Aquí hace falta un número entero, no {found}.',
  'segment/window-count': 'La ventana necesita aquí un número entero de 1 a {limit}, no {found}.',
  'segment/out-of-range': 'Aquí hace falta un número de {low} a {high}, no {found}.',
  'segment/too-deep':
    'La definición tiene más de {limit} niveles, uno dentro de otro. Dé nombre a sus partes con measure o divídala en segmentos.',
  'segment/only-in-where':
    '{found} pregunta por las partes de un evento: úselo dentro de where, como en `any(purchase where any item (...))`.',
  'segment/not-in-where':
    '{found} habla del cliente, pero where habla de un solo evento. Sáquelo del where.',
  'segment/measure-twice': 'La medida {name} está definida dos veces. Cambie el nombre de una.',
  'segment/comment-lost':
    'Al dar formato se perdería este comentario. Lleve los comentarios al principio de la definición.',
  'segment/json-version': 'Este documento no es una definición de la versión {version}.',
  'segment/json-shape': 'Esta parte del documento no es como debería: {reason}.',
  'segment/unknown-trait': 'No existe el atributo o la medida {name}.',
  'segment/unknown-event': 'No existe el evento {name}.',
  'segment/unknown-element': 'El evento {event} no tiene la parte {name}.',
  'segment/unknown-property': '{of} no tiene la propiedad {name}.',
  'segment/unknown-segment': 'No existe el segmento "{name}".',
  'segment/unknown-category': 'El árbol de categorías no contiene "{name}".',
  'segment/unknown-measure': 'No existe la medida {name}.',
  'segment/unknown-zone':
    '"{name}" no es una zona horaria. Use un nombre IANA, como Europe/Madrid.',
  'segment/no-tree':
    '{name} no pertenece a ningún árbol de categorías, así que nada puede estar por debajo. Use = o asígnele un árbol en el catálogo.',
  'segment/no-role':
    '{word} necesita un atributo con el papel {role}. Dé ese papel a una fecha en el catálogo.',
  'segment/sensitive':
    '{name} es un dato sensible y no puede usarse en definiciones. Consulte al responsable de privacidad o quítelo.',
  'segment/too-large':
    'Con sus medidas desarrolladas, la definición tiene más de {limit} partes. Simplifique las medidas.',
  'segment/measure-cycle':
    'Estas medidas se refieren unas a otras en círculo: {path}. Rompa el círculo.',
  'segment/measure-broken':
    'La medida {name} del programa tiene un error. Corríjala primero en tessera.yaml.',
  'segment/segment-cycle':
    'Estos segmentos se refieren unos a otros en círculo: {path}. Rompa el círculo.',
  'segment/refers-to-broken':
    'El segmento "{segment}" tiene un error, así que esta definición tampoco tiene significado. Corrija primero aquel.',
  'segment/type-mismatch': 'No se puede comparar {leftType} con {rightType}.',
  'segment/wrong-type': 'Aquí hace falta {expectedTypes}, pero esto es {foundType}.',
  'segment/measure-type': '{fn} no se aplica a {name}, que es {foundType}.',
  'segment/no-comparison': '{op} no se aplica a {type}.',
  'segment/bad-arithmetic': 'La operación no tiene sentido: {leftType} {op} {rightType}.',
  'segment/currency-mismatch':
    'No se pueden juntar importes en {left} y en {right}. Solo se convierten los importes cuyas filas dicen su moneda (`currencyFrom` en el catálogo).',
  'segment/not-money':
    'Este importe en {currency} está junto a algo que no es dinero. Quite {currency}.',
  'segment/empty-text':
    'El texto vacío es un valor que falta. Pregunte con `is missing` o `is known`.',
  'segment/bad-pattern':
    '"{pattern}" no es un patrón RE2 válido. Revise paréntesis, corchetes y barras.',
  'segment/at-least-range':
    'at least {count} de {parts} condiciones: el número debe estar entre 1 y {parts}.',
  'segment/list-needs-has': 'A una lista se le pregunta con `has any`, `has all` o `has none`.',
  'segment/unknown-score': 'No existe la puntuación {name}.',
  'segment/no-consent':
    'Ningún atributo del catálogo dice quién aceptó {purpose} por {channel}. Dé a uno el papel consent, con ese canal y esa finalidad.',
  'segment/prefix-measure':
    '{fn} no puede calcularse sobre varios tipos de evento a la vez. Indique uno solo; any, count, sum, min, max, first y last admiten `*`.',
  'segment/no-refund':
    'Ningún evento del catálogo revierte {event}, así que no hay nada que restar. Escriba `sum`, o dé al reembolso un `refundOf` en el catálogo.',
  'segment/refund-differs':
    '`net` pregunta lo mismo a {event} y a {refund}, pero a {refund} le falta una propiedad usada aquí, o la tiene en otro tipo o moneda. Añádala al catálogo o escriba la diferencia de dos sumas.',
  'segment/window-not-here': '{found} ya fija el tiempo que se mira. Quite esta ventana.',
  'segment/share-needs-where':
    'Una proporción es de lo que cumple una condición sobre el total: escríbala con `where`.',
  'segment/trend-no-measure':
    'Una tendencia necesita una medida que se calcule en cada periodo, como `sum(purchase.amount)`.',
  'segment/state-one-trait':
    'Solo de una condición sobre exactamente un atributo o una lista se puede preguntar desde cuándo se cumple, como `tier = "gold" for at least 90 days`.',
  'segment/not-length':
    'Una distancia está junto a un número sin unidad. Escriba la unidad: m, km o mi.',
  'segment/then-not-needs-within':
    '`then not` necesita el plazo en que no debe ocurrir: añada `within 7 days`.',
  'segment/only-negative':
    'Esto solo dice lo que los clientes no hicieron o no son; por tanto, incluye a todos los que nunca hicieron nada. Si no es lo que busca, añada una condición positiva.',
  'segment/includes-zero':
    'También entran los clientes con ninguno. Para dejarlos fuera, use `between 1 and ...`.',
  'segment/not-equal-missing':
    'Los clientes sin valor no entran. Para incluirlos, añada `or ... is missing`.',
  'segment/never-true':
    'Esto nunca se cumple: el límite inferior está por encima del superior. Intercámbielos.',
  'segment/empty-window':
    'Nada cabe en esta ventana: termina antes de empezar. Intercambie sus extremos.',
  'segment/unknown-value': '"{value}" no está entre los valores conocidos.',
  'segment/unknown-list': 'Todavía no existe la lista "{name}"; no hay nadie en ella.',
}
