/** What the doctor finds, in Spanish. */
import type { FindingCode } from './codes.ts'

export const es: Readonly<Record<FindingCode, string>> = {
  'store/answers': '{engine} {version} responde en {address}.',
  'store/disk-free': 'Hay {megabytes} MB libres en {path}.',
  'store/disk-low': 'Solo quedan {megabytes} MB libres en {path}: una carga grande puede no caber.',
  'store/disk-nearly-full':
    'Solo quedan {megabytes} MB libres en {path}: libere espacio antes de continuar.',
  'store/engine-absent':
    '{engine} no está instalado: falta el paquete {package}. Instale de nuevo con los paquetes opcionales o indique una URL.',
  'store/engine-installed': '{engine} está instalado ({version}).',
  'store/folder-absent': 'El directorio de datos {path} aún no existe; se crea con el primer uso.',
  'store/folder-denied': 'No tenemos permiso para leer y escribir en {path}.',
  'store/folder-open':
    'Otros usuarios pueden ver el contenido de {path}, que guarda contraseñas. Ciérrelo con chmod 700.',
  'store/memory-low':
    'Esta máquina tiene {megabytes} MB de memoria; evaluar programas grandes exige más.',
  'store/no-answer': '{engine} no se puede usar en {address} ({reason}).',
  'store/no-port': 'No se puede abrir ningún puerto en 127.0.0.1.',
  'store/not-running': 'Los motores locales no están en marcha; arrancan con el primer uso.',
  'store/orphan':
    '{engine} (proceso {pid}) quedó huérfano de un supervisor interrumpido; el próximo arranque lo detiene.',
  'store/platform': 'El ClickHouse local no funciona en {platform}; indique la URL de un servidor.',
  'store/postgres-account':
    'PostgreSQL se ejecuta con la cuenta {account}, porque se niega a ejecutarse como root.',
  'store/postgres-no-account':
    'Se ejecuta como root y no hay otra cuenta para PostgreSQL; cree una llamada tessera.',
  'store/restarted': '{engine} cayó y se reinició {count} veces.',
  'store/running':
    'Los motores locales están en marcha (proceso {pid}, iniciado por {command}; puerto {clickhousePort} de ClickHouse, puerto {postgresPort} de PostgreSQL), en uso por: {doors}.',
  'store/running-unused':
    'Los motores locales están en marcha (proceso {pid}, iniciado por {command}; puerto {clickhousePort} de ClickHouse, puerto {postgresPort} de PostgreSQL), sin que nadie los use.',
  'store/silent': 'El proceso {pid} ({command}) retiene el directorio de datos y no responde.',
}
