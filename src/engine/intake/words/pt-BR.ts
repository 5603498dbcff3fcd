/** What intake says, in Brazilian Portuguese. */
import type { IntakeCode } from './codes.ts'

/** One sentence per code. */
export const ptBR: Readonly<Record<IntakeCode, string>> = {
  'intake/bad-quote': 'Uma aspa não foi fechada ou há texto depois da aspa final.',
  'intake/wrong-cell-count': 'A linha não tem o mesmo número de células que as outras.',
  'intake/bad-bytes': 'A linha contém bytes que não são texto na codificação do arquivo.',
  'intake/too-long': 'A linha ou uma de suas células é longa demais.',
  'intake/bad-json': 'A linha não é um objeto JSON.',
  'intake/id-conflict':
    'O mesmo id já é conhecido com outro conteúdo; remova a linha ou dê a ela um id próprio.',
  'intake/with-its-order':
    'Outra linha do mesmo pedido não pôde ser lida; o pedido inteiro espera por ela.',
  'intake/order-of-two-customers': 'As linhas deste pedido citam clientes diferentes.',
  'intake/told-twice':
    'Uma linha anterior do arquivo diz outra coisa sobre o mesmo; mantenha apenas uma.',
  'intake/set-aside': 'Deixada de fora por uma regra do mapeamento: {reason}',
  'intake/no-customer': 'Nenhum cliente é citado (uma compra de visitante, por exemplo).',
  'intake/no-id': 'Falta o id.',
  'intake/no-instant': 'Falta a data.',
  'intake/required-missing': 'Falta um valor obrigatório.',
  'intake/bad-number': 'Isto não é um número, ou é grande demais.',
  'intake/bad-boolean': 'Isto não é nem sim nem não.',
  'intake/bad-date': 'Esse dia não existe, ou está escrito de outra forma que os demais.',
  'intake/bad-instant':
    'Essa data e hora não existe, ou está escrita de outra forma que as demais.',
  'intake/bad-place': 'Isto não é uma latitude e uma longitude.',
  'intake/mapping-syntax': 'O mapeamento não é YAML válido: {detail}',
  'intake/mapping-shape': 'No mapeamento, {path}: {detail}',
  'intake/unknown-event':
    'O catálogo não tem o evento "{event}". Conhecidos: {known}. Adicione-o ao tessera.yaml.',
  'intake/unknown-field':
    'O catálogo não tem "{field}" aqui. Conhecidos: {known}. Adicione-o ao tessera.yaml ou mapeie outro.',
  'intake/missing-role': 'Nenhuma coluna foi indicada para {role}. Diga qual: --map {role}=Coluna',
  'intake/missing-column': 'O arquivo não tem a coluna "{column}". Ele tem: {known}',
  'intake/required-unmapped': '"{property}" é obrigatório e nenhuma coluna o preenche.',
  'intake/bad-override': '"{text}" não foi entendido; escreva chave=valor.',
  'intake/rounded': '{count} linhas tinham mais de seis casas decimais e foram arredondadas.',
  'intake/unknown-categories':
    '{count} valores de {property} não estão na árvore de categorias, e `under` não os encontra: {values}. Acrescente-os à árvore ou corrija as linhas.',
  'intake/states-not-counted':
    '{count} linhas têm em {property} um valor que não conta: {values}. Só contam: {counting}. Se for essa a intenção, inclua os outros entre os valores da propriedade.',
  'intake/columns-unused': 'Colunas que não foram aproveitadas: {columns}',
  'intake/already-loaded':
    'Este arquivo já foi carregado (importação {load}); nada foi acrescentado.',
  'intake/unreadable-file': 'Não foi possível ler {file}: {reason}',
  'intake/empty-file': '{file} está vazio.',
  'intake/no-rows': '{file} não tem linhas de dados, no máximo os nomes das colunas.',
  'intake/unknown-encoding': 'A codificação "{encoding}" não é conhecida.',
  'intake/json-array': '{file} é um único array JSON; escreva um objeto por linha (NDJSON).',
  'intake/bad-parquet': '{file} não é um arquivo Parquet que se possa ler: {reason}',
  'intake/wrong-ending':
    '{file} não é o que o seu nome diz: o conteúdo não é {kind} ou está danificado.',
  'intake/workbook':
    '{file} é uma pasta de trabalho ou um arquivo compactado, não uma tabela de texto; salve a planilha como CSV e carregue esse arquivo.',
  'intake/not-text':
    '{file} não é uma tabela de texto: contém bytes que nenhum texto tem. Exporte os dados como CSV, NDJSON ou Parquet.',
  'intake/customer-key-collision':
    'Dois ids de clientes compartilham a mesma chave interna; nada foi carregado. Por favor, avise-nos.',
  'intake/miscounted':
    'A conta dos registros não fecha ({read} lidos); nada foi carregado. Por favor, avise-nos.',
  'intake/cancelled': 'Interrompido; nada foi carregado.',
  'intake/not-ready': 'O arquivo ainda não pode ser carregado: {count} pontos a resolver.',
  'intake/quarantine-unknown':
    '{file} não é um arquivo de quarentena deste programa (falta a sua nota).',
  'intake/quarantine-header':
    '{file} não começa com a linha line,column,code,reason,raw, e por isso as suas linhas não se distinguem; nada foi carregado. Mantenha essa primeira linha e as cinco colunas e salve-o como CSV em UTF-8.',
  'intake/nothing-left': 'O arquivo de quarentena não tem linhas: não resta nada a carregar.',
  'intake/ask-encoding': 'Em que codificação está o arquivo? {bytes} bytes admitem várias.',
  'intake/ask-delimiter': 'O que separa as células, "{first}" ou "{second}"? Ambos servem.',
  'intake/ask-header': 'A primeira linha traz os nomes das colunas? Ela diz: {first}',
  'intake/ask-missing': '"{mark}" em {column} significa que nada se sabe?',
  'intake/ask-decimal':
    'Qual é o separador decimal? "{example}" ({column}) pode ser lido de duas formas.',
  'intake/ask-dates':
    'O que vem primeiro em {column}, o dia ou o mês? "{example}" pode ser lido das duas formas.',
  'intake/ask-kind': 'O que {file} contém?',
  'intake/ask-role': 'Qual coluna traz {role}?',
  'intake/ask-which': 'Várias colunas poderiam ser {role}. Qual é?',
  'intake/ask-refunds':
    'As linhas cujo {column} começa com "{prefix}" (como {example}) são devoluções? {measure} é negativo em {negative} das {rows} examinadas.',
  'intake/took-refunds':
    'As linhas cujo {column} começa com "{prefix}" (como {example}) foram tomadas por devoluções, porque {measure} é negativo em {negative} das {rows} examinadas. Se não forem, retire `routes` do mapeamento.',
  'intake/evidence-given': 'como você disse',
  'intake/evidence-first-bytes': 'os primeiros bytes do arquivo',
  'intake/evidence-mark': 'uma marca de ordem de bytes',
  'intake/evidence-zeros': 'um byte a cada dois é zero',
  'intake/evidence-ascii': 'apenas ASCII até aqui',
  'intake/evidence-utf8': '{bytes} bytes além do ASCII são UTF-8 válido',
  'intake/evidence-single-byte': '{bytes} bytes além do ASCII não são UTF-8',
  'intake/evidence-alike': '{percent} % das linhas têm {cells} células',
  'intake/evidence-words': 'a primeira linha parece ser de nomes',
  'intake/evidence-values': 'a primeira linha traz valores',
  'intake/evidence-unlike': 'a primeira linha é diferente das demais',
  'intake/evidence-recurs': 'textos da primeira linha reaparecem abaixo',
  'intake/evidence-mark-among-values': 'aparece entre números ou datas',
  'intake/evidence-numbers':
    '{dot} números com ponto, {comma} com vírgula, {either} legíveis das duas formas',
  'intake/evidence-epoch': 'números que contam desde 1970',
  'intake/evidence-dates': 'datas como {example}',
  'intake/evidence-year-first': '{rows} datas começam pelo ano',
  'intake/evidence-none': 'nada no arquivo indica',
  'intake/message-shape': 'A mensagem, ou esta parte dela, não é um objeto JSON.',
  'intake/message-type': 'O tipo não é nenhum destes: track, identify, page, screen, group, alias.',
  'intake/message-deep': 'O corpo tem níveis demais de aninhamento.',
  'intake/message-large': 'A mensagem tem {size} bytes; são aceitos no máximo {limit}.',
  'intake/message-event':
    'O catálogo não tem o evento "{event}". Acrescente-o ao tessera.yaml, ou ponha este nome nos aliases de um evento.',
  'intake/message-page': 'O catálogo não tem um evento chamado page nem um com o papel web.',
  'intake/message-group':
    'O catálogo não tem nenhum atributo cujo nome comece com group_ para o que esta chamada diz.',
  'intake/message-text': 'Isto não é um texto, ou é longo demais.',
  'intake/message-list': 'Isto não é uma lista dos valores esperados, ou é longa demais.',
  'intake/message-time':
    'Isto não é um instante entre 1900 e 2299; escreva em ISO 8601 com o fuso.',
  'intake/message-sensitive': '"{property}" está declarado como sensível e não é aceito por HTTP.',
}
