/** What the doctor finds, in Brazilian Portuguese. */
import type { FindingCode } from './codes.ts'

export const ptBR: Readonly<Record<FindingCode, string>> = {
  'store/answers': 'O {engine} {version} responde em {address}.',
  'store/disk-free': 'Há {megabytes} MB livres em {path}.',
  'store/disk-low': 'Restam só {megabytes} MB livres em {path}: uma carga grande pode não caber.',
  'store/disk-nearly-full':
    'Restam só {megabytes} MB livres em {path}: libere espaço antes de continuar.',
  'store/engine-absent':
    'O {engine} não está instalado: falta o pacote {package}. Instale de novo com os pacotes opcionais ou informe uma URL.',
  'store/engine-installed': 'O {engine} está instalado ({version}).',
  'store/folder-absent':
    'O diretório de dados {path} ainda não existe; ele é criado no primeiro uso.',
  'store/folder-denied': 'Não temos permissão para ler e gravar em {path}.',
  'store/folder-open':
    'Outros usuários podem ver o conteúdo de {path}, que guarda senhas. Feche-o com chmod 700.',
  'store/memory-low':
    'Esta máquina tem {megabytes} MB de memória; avaliar programas grandes exige mais.',
  'store/no-answer': 'O {engine} não pode ser usado em {address} ({reason}).',
  'store/no-port': 'Nenhuma porta pode ser aberta em 127.0.0.1.',
  'store/not-running': 'Os motores locais não estão em execução; eles iniciam no primeiro uso.',
  'store/orphan':
    'O {engine} (processo {pid}) foi deixado por um supervisor interrompido; a próxima partida o encerra.',
  'store/platform': 'O ClickHouse local não funciona em {platform}; informe a URL de um servidor.',
  'store/postgres-account':
    'O PostgreSQL roda com a conta {account}, porque se recusa a rodar como root.',
  'store/postgres-no-account':
    'Estamos rodando como root e não há outra conta para o PostgreSQL; crie uma chamada tessera.',
  'store/restarted': 'O {engine} caiu e foi reiniciado {count} vezes.',
  'store/running':
    'Os motores locais estão em execução (processo {pid}, iniciado por {command}; porta {clickhousePort} do ClickHouse, porta {postgresPort} do PostgreSQL), em uso por: {doors}.',
  'store/running-unused':
    'Os motores locais estão em execução (processo {pid}, iniciado por {command}; porta {clickhousePort} do ClickHouse, porta {postgresPort} do PostgreSQL), sem ninguém a usá-los.',
  'store/silent': 'O processo {pid} ({command}) retém o diretório de dados e não responde.',
}
