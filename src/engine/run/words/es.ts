/** Spanish words for what verbs and stores refuse. */
import type { RunCode } from './codes.ts'

export const es: Readonly<Record<RunCode, string>> = {
  'run/no-programme':
    'No hay tessera.yaml en {folder} ni por encima. Indique la carpeta con --programme, o cree un programa con "tessera init".',
  'run/programme-exists': 'Ya hay un programa en {folder}; elija otra carpeta.',
  'run/programme-invalid': 'El programa no puede usarse hasta corregir estos errores ({count}).',
  'run/id-changed':
    'El id de este programa cambió de {was} a {is}; detenga e inicie de nuevo para abrir el otro.',
  'run/segment-unknown': 'No existe el segmento "{segment}". {near}',
  'run/segment-exists': 'Ya existe un segmento "{segment}"; elija otra clave.',
  'run/segment-used': 'El segmento "{segment}" lo usan {users}; cambie esos primero.',
  'run/stale-revision':
    'Otra persona cambió el segmento "{segment}" entretanto; mire la nueva versión y vuelva a guardar.',
  'run/customer-unknown':
    'No se conoce ningún cliente "{customer}". Los códigos se comparan exactamente, mayúsculas incluidas.',
  'run/not-evaluated': 'Aún no se ha evaluado nada; ejecute "tessera evaluate".',
  'run/not-in-snapshot':
    'El segmento "{segment}" no está en la evaluación publicada: solo se calculan los segmentos activos y aplicados. Vea lo que falta por aplicar, aplíquelo y evalúe.',
  'run/definition-invalid': 'La definición tiene errores.',
  'run/bad-instant':
    '"{text}" no es un momento que entendamos; escriba un día (2026-01-31) o un instante con su desfase (2026-01-31T10:00Z).',
  'run/bad-request': 'La petición no tiene la forma esperada.',
  'run/fact-type-changed':
    'La columna {column} de {table} contiene {stored}, pero el catálogo dice ahora {wanted}; deshaga ese cambio de tipo o dé otro nombre a la propiedad.',
  'run/job-unknown': 'No existe la tarea {job}; las terminadas se olvidan al cabo de un tiempo.',
  'run/upload-unknown': 'No existe el envío {upload}; envíe de nuevo el archivo.',
  'run/upload-too-large': 'El archivo supera los {limit} bytes; cárguelo con "tessera load".',
  'run/import-unknown': 'No existe la importación {import}.',
  'run/no-quarantine': 'La importación {import} no apartó filas, o su archivo se ha eliminado.',
  'run/file-missing': 'No existe el archivo {file}.',
  'run/file-denied': 'No podemos leer o escribir {file}; revise su propietario y sus permisos.',
  'run/not-a-file':
    'No se puede usar {file}: se esperaba un archivo donde hay una carpeta, o al revés ({reason}).',
  'run/disk-full':
    'El disco está lleno; libere espacio e inténtelo de nuevo. Nada quedó escrito a medias.',
  'run/not-signed-in':
    'La clave de acceso falta o no es correcta. Abra la dirección que imprime "tessera up".',
  'run/wrong-host': 'Esta dirección no se atiende; use la que imprime "tessera up".',
  'run/not-found': 'No hay nada en esta dirección.',
  'run/console-missing': 'La consola no se ha construido; ejecute: npm run build',
  'run/port-busy': 'El puerto {port} está en uso; elija otro con --port.',
  'run/node-fine': 'Node {version} es bastante reciente.',
  'run/node-old': 'Node {version} es demasiado antiguo; instale {needed} o posterior.',
  'run/programme-found': 'El programa está en {folder} ({count} segmentos).',
  'run/server-runs': 'Se sirve una consola en el puerto {port} (proceso {pid}).',
  'run/import-open':
    'La importación {id} de {file} no ha terminado ({state}): está en curso, o la próxima apertura la completa o la descarta.',
  'run/demo-size':
    'Una demostración necesita al menos 1 cliente y de 1 a 8 años; se pidieron {customers} clientes y {years} años.',
  'run/demo-column':
    'Un archivo de la demostración no tiene la columna {column}. Comuníquelo, por favor.',
  'run/stores-differ':
    'Los hechos y el registro no se corresponden: se cambió la dirección de uno de ellos. Dé las dos direcciones anteriores, o traslade ambos.',
  'run/keeps-applied':
    'La versión {version} de "{segment}" sigue en vigor hasta que se corrija su archivo.',
  'run/members-carried':
    '"{segment}" conserva los miembros de su última evaluación buena: la definición en vigor ya no encaja con el catálogo. Aplique una que encaje.',
  'run/segment-check': 'Comprobación de "{segment}": {text}',
  'run/near-duplicate':
    'El segmento "{segment}" tiene casi los mismos miembros que "{other}": el {share} % de los miembros de uno u otro está en ambos. Únalos o diga para qué sirve la diferencia.',
  'run/under-privacy-floor':
    'El segmento "{segment}" tiene menos de {floor} miembros: se podría reconocer a las personas, así que no se mostrará nada de él.',
  'run/under-activation-floor':
    'El segmento "{segment}" tiene menos de {floor} miembros: demasiado pocos para activarlo o para que una prueba halle algo.',
  'run/not-applied':
    'Los archivos difieren de lo que está en vigor en {count} puntos: {segments}. Vea qué cambiaría con "tessera plan".',
  'run/examples-fail':
    'Hay ejemplos que fallan ({count}), así que no se aplicó nada. Corríjalos, o aplique con --force y diga por qué.',
  'run/why-needed':
    'Diga por qué: lo que se aplica a pesar de ejemplos que fallan guarda el motivo.',
  'run/version-unknown': 'El segmento "{segment}" no tiene la versión {version}.',
  'run/example-not-in': 'Este cliente debería estar en el segmento, pero no está. {reason}',
  'run/example-not-out': 'Este cliente no debería estar en el segmento, pero está. {reason}',
  'run/example-name': 'El catálogo no conoce "{name}" aquí. {near}',
  'run/example-value': '"{value}" no es {type}.',
  'run/example-time':
    '"{text}" no es un momento: escriba un día (2026-01-31), o día y hora (2026-01-31T10:00, con el desfase si no es el del programa).',
  'run/example-broken': 'El ejemplo no se puede probar antes de corregir la definición.',
  'run/list-unknown': 'No existe la lista "{list}". {near}',
  'run/list-exists': 'La lista "{list}" ya existe.',
  'run/list-name':
    '"{list}" no sirve como nombre de lista: use letras, dígitos, espacios y . _ -, empezando por letra o dígito; o segment:<clave>:include, segment:<clave>:exclude para miembros a mano.',
  'run/list-rows': 'No se encontró ninguna columna "{column}" en {file}; indíquela con --column.',
  'run/counts-proposed':
    'Los eventos {event} cuentan cuando {property} es uno de: {values}; no cuando es: {idle}. Es una propuesta a partir de una muestra; corrija "counts" en tessera.yaml.',
  'run/ids-unknown': 'Nadie tiene estos ids, que se dejaron fuera: {ids} ({count} en total).',
  'run/score-unknown': 'El catálogo no tiene la puntuación "{score}". {near}',
  'run/score-columns':
    '{file} necesita una columna customer_id y, una vez cada una, columnas de puntuaciones: {wanted}.',
  'run/score-column-unread':
    'La columna "{column}" no es una puntuación del catálogo y no se leyó. {near}',
  'run/score-customer': 'Nadie tiene el id "{customer}"; el valor se dejó fuera.',
  'run/score-objected':
    '"{customer}" se opone a la elaboración de perfiles; el valor se dejó fuera.',
  'run/score-value':
    '"{value}" no es un número que se pueda guardar; la puntuación {score} de {customer} se dejó fuera.',
  'run/write-key-missing':
    'No se envió ninguna clave de escritura. Envíela como usuario de la autenticación Basic; "tessera key create" crea una.',
  'run/write-key-unknown': 'La clave de escritura {key} no se conoce aquí o fue revocada.',
  'run/write-key-none': 'No existe la clave de escritura {key}.',
  'run/message-limit': 'El cuerpo tiene más de {limit} bytes; envíe lotes más pequeños.',
  'run/message-json': 'El cuerpo no es JSON con la forma esperada.',
  'run/messages-refused': 'El mensaje fue rechazado; nada de él se guarda como hecho.',
  'run/arrivals-full': 'Esperan más eventos de los permitidos; inténtelo de nuevo en {seconds} s.',
  'run/ledger-not-durable':
    'El libro mayor funciona con fsync desactivado y un evento confirmado podría perderse; actívelo.',
  'run/merge-same': '"{customer}" y "{alias}" ya son el mismo cliente.',
  'run/merge-taken': '"{alias}" ya forma parte del cliente "{customer}"; deshaga eso primero.',
  'run/merge-order': '"{customer}" se unió después a "{into}"; deshaga eso primero.',
  'run/merge-unknown': '"{alias}" no está unido a otro cliente.',
  'run/not-taken-in':
    'El archivo está cargado, pero los miembros publicados aún no lo conocen: {reason} La próxima evaluación lo incluirá.',
  'run/not-held-then':
    'No había nada publicado en {at}, o no se conserva nada de entonces; pregunte qué es cierto de ese momento (--reading recomputed).',
  'run/frozen-exists': 'Ya hay una instantánea llamada {name}; las instantáneas no cambian nunca.',
  'run/frozen-unknown':
    'No hay ninguna instantánea llamada {name}; "tessera snapshot list" las muestra.',
  'run/frozen-name':
    '{name} no sirve como nombre de instantánea: hasta 63 letras minúsculas, cifras, puntos, guiones y guiones bajos.',
  'run/template-unknown': 'No existe la plantilla "{template}". {near}',
  'run/template-parameter':
    '"{value}" no sirve para el parámetro {name} de la plantilla {template}. Admite: {known}.',
  'run/template-unfit': 'La plantilla {template} no encaja en este programa. Falta: {missing}.',
  'run/template-taken':
    'Ya existe un segmento "{segment}". Dé al nuevo una clave propia, como "{free}".',
  'run/segment-key':
    '"{key}" no es clave de segmento: minúsculas, cifras, _ y -, empezando por letra, 60 como máximo.',
  'run/name-left-behind':
    'Hay valores guardados de "{name}" ({table}), pero el catálogo ya no tiene ese nombre. Si se renombró, vuelva al nombre anterior o cargue de nuevo los archivos con el nuevo.',
  'run/report-unknown': 'No existe el informe "{report}"; existe {near}.',
  'run/report-parameter': 'Informe {report}: {name} = "{value}" no sirve. Admite: {wanted}.',
  'run/report-lacks':
    '{report} no se puede hacer: en el catálogo falta {missing}. Declárelo en tessera.yaml.',
  'run/model-unknown': 'No hay ningún modelo "{model}"; hay {near}.',
  'run/model-kind-unknown': 'No hay ningún tipo de modelo "{kind}"; hay {near}.',
  'run/model-exists': '{file} ya existe. Dé al nuevo modelo una clave propia.',
  'run/model-key':
    '"{key}" no es clave de un modelo: minúsculas sin acento, dígitos y _, empezando por una letra, como mucho 40.',
  'run/model-lacks':
    'El modelo {model} no se puede calcular: al catálogo le falta {missing}. Indíquelo en tessera.yaml o en el archivo del modelo.',
  'run/model-failed':
    'El modelo no se pudo calcular por un error interno de Tessera. Por favor, comuníquelo.',
  'run/model-run-unknown': 'El modelo {model} no tiene la ejecución {run}.',
  'run/failed': 'Algo falló: {reason}',
  'store/access-denied':
    'El motor denegó el permiso; dé a su usuario los derechos que indica la referencia.',
  'store/bad-address': 'No se entiende la dirección de {what}.',
  'store/bad-data': 'El motor no pudo leer un valor guardado.',
  'store/bad-login': 'El motor rechazó el usuario o la contraseña.',
  'store/busy':
    'Otro proceso está trabajando en ello: {holder}. Inténtelo de nuevo cuando termine.',
  'store/cancelled': 'El trabajo se canceló.',
  'store/cluster': 'El clúster {cluster} no puede usarse: {reason}',
  'store/data-directory':
    'El directorio de datos {path} no puede usarse; revise su propietario y sus permisos.',
  'store/disk-full': 'El disco del motor está lleno; libere espacio e inténtelo de nuevo.',
  'store/engine-busy': 'El motor está demasiado ocupado; inténtelo en unos instantes.',
  'store/engine-down': 'El motor no responde. "tessera doctor" dice más.',
  'store/engine-missing':
    'El motor {engine} no está instalado para esta plataforma; ejecute npm install de nuevo.',
  'store/engine-start': 'El motor {engine} no arrancó: {reason}',
  'store/engine-version':
    'El motor {engine} tiene la versión {found}; se necesita al menos la {needed}.',
  'store/ledger-newer':
    'El registro lo escribió un Tessera más nuevo ({migration}); actualice este.',
  'store/ledger-version':
    'El registro en disco es de PostgreSQL {found}; este Tessera trae el {needed}.',
  'store/lock-lost': 'Se cortó la conexión que mantenía el bloqueo; inténtelo de nuevo.',
  'store/locked':
    'El proceso {pid} ({command}) ocupa el directorio de datos y no responde. Espere un momento; si no sirve, termínelo (kill -9 {pid}) e inténtelo de nuevo.',
  'store/locked-row': 'Dos escrituras coincidieron en el registro; inténtelo de nuevo.',
  'store/no-data-directory': 'Los motores locales necesitan un directorio de datos.',
  'store/no-os-user':
    'PostgreSQL no funciona como root, y no hay una cuenta con la que ejecutarlo.',
  'store/query-limit': 'La pregunta supera los límites; acótela.',
  'store/query-refused':
    'El motor rechazó una sentencia. Comuníquelo con el código de consulta del registro.',
  'store/supervisor-start': 'Los motores locales de {path} no arrancaron: {reason}',
  'store/supervisor-version':
    'Otra versión de Tessera ejecuta los motores (proceso {pid}, {command}); deténgala antes con "tessera stop".',
  'store/unknown-database': 'La base de datos ha desaparecido; abra el programa de nuevo.',
  'store/unknown-table': 'Una tabla ha desaparecido; abra el programa de nuevo.',
}
