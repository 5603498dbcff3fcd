/** What intake says, in Spanish. */
import type { IntakeCode } from './codes.ts'

/** One sentence per code. */
export const es: Readonly<Record<IntakeCode, string>> = {
  'intake/bad-quote': 'Una comilla no está cerrada o hay texto después de la comilla final.',
  'intake/wrong-cell-count': 'La fila no tiene tantas celdas como las demás.',
  'intake/bad-bytes': 'La fila contiene bytes que no son texto en la codificación del archivo.',
  'intake/too-long': 'La fila o una de sus celdas es demasiado larga.',
  'intake/bad-json': 'La línea no es un objeto JSON.',
  'intake/id-conflict':
    'El mismo id ya se conoce con otro contenido; quite la fila o dele un id propio.',
  'intake/with-its-order':
    'Otra línea del mismo pedido no se puede leer; el pedido entero la espera.',
  'intake/order-of-two-customers': 'Las líneas de este pedido nombran clientes distintos.',
  'intake/told-twice':
    'Una fila anterior del archivo dice otra cosa de lo mismo; conserve solo una.',
  'intake/set-aside': 'Apartada por una regla del mapeo: {reason}',
  'intake/no-customer': 'No se nombra ningún cliente (una compra de invitado, por ejemplo).',
  'intake/no-id': 'Falta el id.',
  'intake/no-instant': 'Falta la fecha.',
  'intake/required-missing': 'Falta un valor obligatorio.',
  'intake/bad-number': 'Esto no es un número, o es demasiado grande.',
  'intake/bad-boolean': 'Esto no es ni sí ni no.',
  'intake/bad-date': 'Ese día no existe, o está escrito de otra forma que los demás.',
  'intake/bad-instant': 'Esa fecha y hora no existe, o está escrita de otra forma que las demás.',
  'intake/bad-place': 'Esto no es una latitud y una longitud.',
  'intake/mapping-syntax': 'El mapeo no es YAML válido: {detail}',
  'intake/mapping-shape': 'En el mapeo, {path}: {detail}',
  'intake/unknown-event':
    'El catálogo no tiene el evento "{event}". Conocidos: {known}. Añádalo a tessera.yaml.',
  'intake/unknown-field':
    'El catálogo no tiene "{field}" aquí. Conocidos: {known}. Añádalo a tessera.yaml o mapee otro.',
  'intake/missing-role': 'No se indicó columna para {role}. Diga cuál: --map {role}=Columna',
  'intake/missing-column': 'El archivo no tiene la columna "{column}". Tiene: {known}',
  'intake/required-unmapped': '"{property}" es obligatorio y ninguna columna lo rellena.',
  'intake/bad-override': '"{text}" no se entiende; escriba clave=valor.',
  'intake/rounded': '{count} filas tenían más de seis decimales y se redondearon.',
  'intake/unknown-categories':
    '{count} valores de {property} no están en el árbol de categorías, y `under` no los encuentra: {values}. Añádalos al árbol o corrija las filas.',
  'intake/states-not-counted':
    '{count} filas tienen en {property} un valor que no cuenta: {values}. Solo cuentan: {counting}. Si es lo que se quiere, incluya los demás entre los valores de la propiedad.',
  'intake/columns-unused': 'Columnas que no se aprovecharon: {columns}',
  'intake/already-loaded': 'Este archivo ya se cargó (importación {load}); no se añadió nada.',
  'intake/unreadable-file': 'No se puede leer {file}: {reason}',
  'intake/empty-file': '{file} está vacío.',
  'intake/no-rows': '{file} no tiene filas, a lo sumo los nombres de las columnas.',
  'intake/unknown-encoding': 'La codificación "{encoding}" no se conoce.',
  'intake/json-array': '{file} es un único array JSON; escriba un objeto por línea (NDJSON).',
  'intake/bad-parquet': '{file} no es un archivo Parquet que se pueda leer: {reason}',
  'intake/wrong-ending':
    '{file} no es lo que dice su nombre: su contenido no es {kind} o está dañado.',
  'intake/workbook':
    '{file} es un libro de cálculo o un archivo comprimido, no una tabla de texto; guarde la hoja como CSV y cargue ese archivo.',
  'intake/not-text':
    '{file} no es una tabla de texto: contiene bytes que ningún texto tiene. Exporte los datos como CSV, NDJSON o Parquet.',
  'intake/customer-key-collision':
    'Dos ids de clientes comparten una clave interna; no se cargó nada. Por favor, infórmenos.',
  'intake/miscounted':
    'La cuenta de registros no cuadra ({read} leídos); no se cargó nada. Por favor, infórmenos.',
  'intake/cancelled': 'Detenido; no se cargó nada.',
  'intake/not-ready': 'El archivo aún no se puede cargar: {count} puntos por resolver.',
  'intake/quarantine-unknown':
    '{file} no es un archivo de cuarentena de este programa (falta su nota).',
  'intake/quarantine-header':
    '{file} no empieza con la línea line,column,code,reason,raw, así que sus filas no se pueden distinguir; no se cargó nada. Conserve esa primera línea y las cinco columnas, y guárdelo como CSV en UTF-8.',
  'intake/nothing-left': 'El archivo de cuarentena no tiene filas: no queda nada por cargar.',
  'intake/ask-encoding': '¿En qué codificación está el archivo? {bytes} bytes admiten varias.',
  'intake/ask-delimiter': '¿Qué separa las celdas, "{first}" o "{second}"? Ambos sirven.',
  'intake/ask-header': '¿La primera fila son los nombres de las columnas? Dice: {first}',
  'intake/ask-missing': '¿"{mark}" en {column} significa que no se sabe nada?',
  'intake/ask-decimal':
    '¿Cuál es el separador decimal? "{example}" ({column}) se puede leer de dos formas.',
  'intake/ask-dates':
    '¿Qué va primero en {column}, el día o el mes? "{example}" se puede leer de las dos formas.',
  'intake/ask-kind': '¿Qué contiene {file}?',
  'intake/ask-role': '¿Qué columna contiene {role}?',
  'intake/ask-which': 'Varias columnas podrían ser {role}. ¿Cuál es?',
  'intake/ask-refunds':
    '¿Las filas cuyo {column} empieza por "{prefix}" (como {example}) son devoluciones? {measure} es negativo en {negative} de las {rows} examinadas.',
  'intake/took-refunds':
    'Las filas cuyo {column} empieza por "{prefix}" (como {example}) se tomaron por devoluciones, porque {measure} es negativo en {negative} de las {rows} examinadas. Si no lo son, quite `routes` del mapeo.',
  'intake/evidence-given': 'como usted dijo',
  'intake/evidence-first-bytes': 'los primeros bytes del archivo',
  'intake/evidence-mark': 'una marca de orden de bytes',
  'intake/evidence-zeros': 'uno de cada dos bytes es cero',
  'intake/evidence-ascii': 'solo ASCII hasta aquí',
  'intake/evidence-utf8': '{bytes} bytes fuera de ASCII son UTF-8 válido',
  'intake/evidence-single-byte': '{bytes} bytes fuera de ASCII no son UTF-8',
  'intake/evidence-alike': 'el {percent} % de las filas tiene {cells} celdas',
  'intake/evidence-words': 'la primera fila parece de nombres',
  'intake/evidence-values': 'la primera fila contiene valores',
  'intake/evidence-unlike': 'la primera fila es distinta de las demás',
  'intake/evidence-recurs': 'textos de la primera fila reaparecen abajo',
  'intake/evidence-mark-among-values': 'aparece entre números o fechas',
  'intake/evidence-numbers':
    '{dot} números con punto, {comma} con coma, {either} legibles de ambas formas',
  'intake/evidence-epoch': 'números que cuentan desde 1970',
  'intake/evidence-dates': 'fechas como {example}',
  'intake/evidence-year-first': '{rows} fechas empiezan por el año',
  'intake/evidence-none': 'nada en el archivo lo indica',
  'intake/message-shape': 'El mensaje, o esta parte de él, no es un objeto JSON.',
  'intake/message-type':
    'El tipo no es ninguno de estos: track, identify, page, screen, group, alias.',
  'intake/message-deep': 'El cuerpo tiene demasiados niveles de anidamiento.',
  'intake/message-large': 'El mensaje tiene {size} bytes; se aceptan como máximo {limit}.',
  'intake/message-event':
    'El catálogo no tiene el evento "{event}". Añádalo a tessera.yaml, o ponga este nombre en los aliases de un evento.',
  'intake/message-page': 'El catálogo no tiene un evento llamado page ni ninguno con el papel web.',
  'intake/message-group':
    'El catálogo no tiene ningún atributo cuyo nombre empiece por group_ para lo que dice esta llamada.',
  'intake/message-text': 'Esto no es un texto, o es demasiado largo.',
  'intake/message-list': 'Esto no es una lista de los valores esperados, o es demasiado larga.',
  'intake/message-time':
    'Esto no es un instante entre 1900 y 2299; escríbalo en ISO 8601 con su desfase.',
  'intake/message-sensitive': '"{property}" está declarado como sensible y no se acepta por HTTP.',
}
