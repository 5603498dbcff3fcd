/** Brazilian Portuguese words for what verbs and stores refuse. */
import type { RunCode } from './codes.ts'

export const ptBR: Readonly<Record<RunCode, string>> = {
  'run/no-programme':
    'Não há tessera.yaml em {folder} nem acima. Indique a pasta com --programme, ou crie um programa com "tessera init".',
  'run/programme-exists': 'Já existe um programa em {folder}; escolha outra pasta.',
  'run/programme-invalid': 'O programa não pode ser usado antes de corrigir estes erros ({count}).',
  'run/id-changed':
    'O id deste programa mudou de {was} para {is}; pare e inicie de novo para abrir o outro.',
  'run/segment-unknown': 'Não existe o segmento "{segment}". {near}',
  'run/segment-exists': 'Já existe um segmento "{segment}"; escolha outra chave.',
  'run/segment-used': 'O segmento "{segment}" é usado por {users}; altere-os primeiro.',
  'run/stale-revision':
    'O segmento "{segment}" foi alterado por outra pessoa nesse meio-tempo; veja a nova versão e salve de novo.',
  'run/customer-unknown':
    'Nenhum cliente "{customer}" é conhecido. Os códigos são comparados exatamente, inclusive maiúsculas.',
  'run/not-evaluated': 'Nada foi avaliado ainda; execute "tessera evaluate".',
  'run/not-in-snapshot':
    'O segmento "{segment}" não está na avaliação publicada: só são calculados os segmentos ativos e aplicados. Veja o que falta aplicar, aplique e avalie.',
  'run/definition-invalid': 'A definição tem erros.',
  'run/bad-instant':
    '"{text}" não é um momento que entendemos; escreva um dia (2026-01-31) ou um instante com fuso (2026-01-31T10:00Z).',
  'run/bad-request': 'A requisição não tem a forma esperada.',
  'run/fact-type-changed':
    'A coluna {column} de {table} contém {stored}, mas o catálogo agora diz {wanted}; desfaça essa mudança de tipo ou dê um novo nome à propriedade.',
  'run/job-unknown':
    'Não existe a tarefa {job}; tarefas concluídas são esquecidas depois de um tempo.',
  'run/upload-unknown': 'Não existe o envio {upload}; envie o arquivo de novo.',
  'run/upload-too-large': 'O arquivo é maior que {limit} bytes; carregue-o com "tessera load".',
  'run/import-unknown': 'Não existe a importação {import}.',
  'run/no-quarantine': 'A importação {import} não separou linhas, ou o arquivo foi removido.',
  'run/file-missing': 'Não existe o arquivo {file}.',
  'run/file-denied': 'Não podemos ler ou escrever {file}; confira o dono e as permissões.',
  'run/not-a-file':
    'Não é possível usar {file}: esperava-se um arquivo onde há uma pasta, ou o contrário ({reason}).',
  'run/disk-full':
    'O disco está cheio; libere espaço e tente de novo. Nada ficou escrito pela metade.',
  'run/not-signed-in':
    'A chave de acesso falta ou está errada. Abra o endereço que "tessera up" imprime.',
  'run/wrong-host': 'Este endereço não é atendido; use o que "tessera up" imprime.',
  'run/not-found': 'Não há nada neste endereço.',
  'run/console-missing': 'O console não foi construído; execute: npm run build',
  'run/port-busy': 'A porta {port} está em uso; escolha outra com --port.',
  'run/node-fine': 'O Node {version} é recente o bastante.',
  'run/node-old': 'O Node {version} é antigo demais; instale o {needed} ou mais novo.',
  'run/programme-found': 'O programa está em {folder} ({count} segmentos).',
  'run/server-runs': 'Um console é servido na porta {port} (processo {pid}).',
  'run/import-open':
    'A importação {id} de {file} não terminou ({state}): está em andamento, ou a próxima abertura a conclui ou descarta.',
  'run/demo-size':
    'Uma demonstração precisa de ao menos 1 cliente e de 1 a 8 anos; foram pedidos {customers} clientes e {years} anos.',
  'run/demo-column':
    'Um arquivo da demonstração não tem a coluna {column}. Por favor, relate isto.',
  'run/stores-differ':
    'Os fatos e o registro não pertencem um ao outro: o endereço de um deles foi alterado. Dê os dois endereços antigos, ou mude os dois.',
  'run/keeps-applied':
    'A versão {version} de "{segment}" continua em vigor até o arquivo ser corrigido.',
  'run/members-carried':
    '"{segment}" mantém os membros da última avaliação boa: a definição em vigor não combina mais com o catálogo. Aplique uma que combine.',
  'run/segment-check': 'Verificação de "{segment}": {text}',
  'run/near-duplicate':
    'O segmento "{segment}" tem quase os mesmos membros que "{other}": {share} % dos membros de um ou outro estão em ambos. Junte-os ou diga para que serve a diferença.',
  'run/under-privacy-floor':
    'O segmento "{segment}" tem menos de {floor} membros: as pessoas poderiam ser reconhecidas, por isso nada sobre ele será mostrado.',
  'run/under-activation-floor':
    'O segmento "{segment}" tem menos de {floor} membros: poucos para ser ativado ou para um teste achar algo.',
  'run/not-applied':
    'Os arquivos diferem do que está em vigor em {count} pontos: {segments}. Veja o que mudaria com "tessera plan".',
  'run/examples-fail':
    'Há exemplos que falham ({count}), por isso nada foi aplicado. Corrija-os, ou aplique com --force e diga por quê.',
  'run/why-needed': 'Diga por quê: o que se aplica apesar de exemplos que falham guarda o motivo.',
  'run/version-unknown': 'O segmento "{segment}" não tem a versão {version}.',
  'run/example-not-in': 'Este cliente deveria estar no segmento, mas não está. {reason}',
  'run/example-not-out': 'Este cliente não deveria estar no segmento, mas está. {reason}',
  'run/example-name': 'O catálogo não conhece "{name}" aqui. {near}',
  'run/example-value': '"{value}" não é {type}.',
  'run/example-time':
    '"{text}" não é um momento: escreva um dia (2026-01-31), ou dia e hora (2026-01-31T10:00, com o deslocamento se não for o do programa).',
  'run/example-broken': 'O exemplo não pode ser testado antes de a definição ser corrigida.',
  'run/list-unknown': 'Não existe a lista "{list}". {near}',
  'run/list-exists': 'A lista "{list}" já existe.',
  'run/list-name':
    '"{list}" não serve de nome de lista: use letras, dígitos, espaços e . _ -, começando por letra ou dígito; ou segment:<chave>:include, segment:<chave>:exclude para membros à mão.',
  'run/list-rows': 'Nenhuma coluna "{column}" foi encontrada em {file}; indique-a com --column.',
  'run/counts-proposed':
    'Eventos {event} contam quando {property} é um destes: {values}; não quando é: {idle}. É uma proposta a partir de uma amostra; corrija "counts" em tessera.yaml.',
  'run/ids-unknown': 'Ninguém tem estes ids, que ficaram de fora: {ids} ({count} no total).',
  'run/score-unknown': 'O catálogo não tem a pontuação "{score}". {near}',
  'run/score-columns':
    '{file} precisa de uma coluna customer_id e, uma vez cada, de colunas de pontuações: {wanted}.',
  'run/score-column-unread':
    'A coluna "{column}" não é uma pontuação do catálogo e não foi lida. {near}',
  'run/score-customer': 'Ninguém tem o id "{customer}"; o valor ficou de fora.',
  'run/score-objected': '"{customer}" se opõe à criação de perfis; o valor ficou de fora.',
  'run/score-value':
    '"{value}" não é um número que se possa guardar; a pontuação {score} de {customer} ficou de fora.',
  'run/write-key-missing':
    'Nenhuma chave de escrita foi enviada. Envie-a como usuário da autenticação Basic; "tessera key create" cria uma.',
  'run/write-key-unknown': 'A chave de escrita {key} não é conhecida aqui ou foi revogada.',
  'run/write-key-none': 'Não existe a chave de escrita {key}.',
  'run/message-limit': 'O corpo tem mais de {limit} bytes; envie lotes menores.',
  'run/message-json': 'O corpo não é JSON com a forma esperada.',
  'run/messages-refused': 'A mensagem foi recusada; nada dela foi guardado como fato.',
  'run/arrivals-full': 'Há mais eventos na fila do que o permitido; tente de novo em {seconds} s.',
  'run/ledger-not-durable':
    'O livro-razão roda com fsync desligado, e um evento confirmado poderia se perder; ligue-o.',
  'run/merge-same': '"{customer}" e "{alias}" já são o mesmo cliente.',
  'run/merge-taken': '"{alias}" já faz parte do cliente "{customer}"; desfaça isso antes.',
  'run/merge-order': '"{customer}" foi depois unido a "{into}"; desfaça isso antes.',
  'run/merge-unknown': '"{alias}" não está unido a outro cliente.',
  'run/not-taken-in':
    'O arquivo foi carregado, mas os membros publicados ainda não o conhecem: {reason} A próxima avaliação vai incluí-lo.',
  'run/not-held-then':
    'Nada estava publicado em {at}, ou nada daquela época foi guardado; pergunte o que é verdade sobre ela (--reading recomputed).',
  'run/frozen-exists': 'Já existe uma fotografia chamada {name}; fotografias nunca mudam.',
  'run/frozen-unknown':
    'Não existe uma fotografia chamada {name}; "tessera snapshot list" mostra as que existem.',
  'run/frozen-name':
    '{name} não serve como nome de fotografia: até 63 letras minúsculas, algarismos, pontos, hifens e sublinhados.',
  'run/template-unknown': 'Não existe o segmento pronto "{template}". {near}',
  'run/template-parameter':
    '"{value}" não serve para o parâmetro {name} do segmento pronto {template}. Ele aceita: {known}.',
  'run/template-unfit':
    'O segmento pronto {template} não se aplica a este programa. Falta: {missing}.',
  'run/template-taken':
    'Já existe um segmento "{segment}". Dê ao novo uma chave própria, como "{free}".',
  'run/segment-key':
    '"{key}" não é chave de segmento: minúsculas, algarismos, _ e -, começando por letra, no máximo 60.',
  'run/name-left-behind':
    'Há valores guardados de "{name}" ({table}), mas o catálogo não tem mais esse nome. Se foi renomeado, volte ao nome antigo ou carregue os arquivos de novo com o novo.',
  'run/report-unknown': 'O relatório "{report}" não existe; existe {near}.',
  'run/report-parameter': 'Relatório {report}: {name} = "{value}" não serve. Aceita: {wanted}.',
  'run/report-lacks':
    '{report} não pode ser feito: falta no catálogo {missing}. Declare em tessera.yaml.',
  'run/model-unknown': 'Não há modelo "{model}"; há {near}.',
  'run/model-kind-unknown': 'Não há tipo de modelo "{kind}"; há {near}.',
  'run/model-exists': '{file} já existe. Dê ao novo modelo uma chave própria.',
  'run/model-key':
    '"{key}" não é chave de modelo: letras minúsculas sem acento, dígitos e _, começando por letra, no máximo 40.',
  'run/model-lacks':
    'O modelo {model} não pode ser calculado: falta ao catálogo {missing}. Indique em tessera.yaml ou no arquivo do modelo.',
  'run/model-failed':
    'O modelo não pôde ser calculado por um erro interno do Tessera. Por favor, relate.',
  'run/model-run-unknown': 'O modelo {model} não tem a execução {run}.',
  'run/failed': 'Algo falhou: {reason}',
  'store/access-denied':
    'O motor recusou a permissão; dê ao usuário os direitos que a referência lista.',
  'store/bad-address': 'O endereço de {what} não pode ser entendido.',
  'store/bad-data': 'O motor não conseguiu ler um valor armazenado.',
  'store/bad-login': 'O motor recusou o usuário ou a senha.',
  'store/busy': 'Outro processo está trabalhando nisso: {holder}. Tente de novo quando terminar.',
  'store/cancelled': 'O trabalho foi cancelado.',
  'store/cluster': 'O cluster {cluster} não pode ser usado: {reason}',
  'store/data-directory':
    'O diretório de dados {path} não pode ser usado; confira o dono e as permissões.',
  'store/disk-full': 'O disco do motor está cheio; libere espaço e tente de novo.',
  'store/engine-busy': 'O motor está ocupado demais; tente de novo em instantes.',
  'store/engine-down': 'O motor não responde. "tessera doctor" diz mais.',
  'store/engine-missing':
    'O motor {engine} não está instalado para esta plataforma; execute npm install de novo.',
  'store/engine-start': 'O motor {engine} não iniciou: {reason}',
  'store/engine-version':
    'O motor {engine} tem a versão {found}; é necessária ao menos a {needed}.',
  'store/ledger-newer':
    'O registro foi escrito por um Tessera mais novo ({migration}); atualize este.',
  'store/ledger-version':
    'O registro em disco é do PostgreSQL {found}; este Tessera traz o {needed}.',
  'store/lock-lost': 'A conexão que mantinha a trava caiu; tente de novo.',
  'store/locked':
    'O processo {pid} ({command}) ocupa o diretório de dados e não responde. Espere um momento; se não bastar, encerre-o (kill -9 {pid}) e tente de novo.',
  'store/locked-row': 'Duas escritas se encontraram no registro; tente de novo.',
  'store/no-data-directory': 'Os motores locais precisam de um diretório de dados.',
  'store/no-os-user': 'O PostgreSQL não roda como root, e não há conta para executá-lo.',
  'store/query-limit': 'A pergunta passa dos limites; restrinja-a.',
  'store/query-refused':
    'O motor recusou uma instrução. Relate isto com o código da consulta que está no log.',
  'store/supervisor-start': 'Os motores locais em {path} não iniciaram: {reason}',
  'store/supervisor-version':
    'Outra versão do Tessera executa os motores (processo {pid}, {command}); pare-a antes com "tessera stop".',
  'store/unknown-database': 'O banco de dados sumiu; abra o programa de novo.',
  'store/unknown-table': 'Uma tabela sumiu; abra o programa de novo.',
}
