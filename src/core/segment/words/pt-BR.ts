/** What issues of the language say in Brazilian Portuguese. */
import type { IssueWord } from './issue-word.ts'

export const PT_BR: Readonly<Record<IssueWord, string>> = {
  'did-you-mean': 'Você quis dizer {nearest}?',
  'write-instead': 'Escreva: {fix}',
  'known-names': 'Conhecidos: {known}.',
  'expected-condition': 'uma condição ou um valor',
  'expected-name': 'um nome',
  'expected-operator': 'uma pergunta como `=`, `in`, `between` ou `contains`',
  or: 'ou',
  'type-text': 'texto',
  'type-category': 'uma categoria',
  'type-number': 'um número',
  'type-money': 'um valor em dinheiro',
  'type-boolean': 'verdadeiro ou falso',
  'type-date': 'uma data',
  'type-instant': 'um instante',
  'type-duration': 'uma duração',
  'type-length': 'uma distância',
  'type-list': 'uma lista',
  'type-geo': 'um lugar',
  'segment/text-too-long':
    'A definição tem mais de {limit} caracteres. Divida-a em vários segmentos e junte-os com `in segment`.',
  'segment/bad-character':
    'O caractere {found} não significa nada aqui. Remova-o ou coloque-o entre aspas, se fizer parte de um texto.',
  'segment/open-text': 'Este texto não tem fim. Feche-o com {expected} na mesma linha.',
  'segment/open-name':
    'Este nome está vazio ou não tem fim. Feche-o com um acento grave (`) na mesma linha.',
  'segment/bad-escape':
    '{found} não significa nada dentro de um texto. Para uma barra invertida, escreva duas.',
  'segment/bad-number': '{found} não é um número. Coloque um espaço entre o número e a unidade.',
  'segment/number-range':
    '{found} está fora dos limites: um número tem no máximo doze dígitos antes do ponto e seis depois.',
  'segment/bad-date': '{found} não existe no calendário ou está fora dos anos de 1900 a 2299.',
  'segment/date-shape':
    '{found} pode ser lido de duas maneiras. Escreva a data como ano-mês-dia: 2026-01-31.',
  'segment/instant-offset':
    '{found} não diz em que fuso horário. Acrescente Z para UTC ou uma diferença como -03:00.',
  'segment/empty': 'A definição está vazia. Para incluir a base inteira, escreva `everyone`.',
  'segment/expected': 'Aqui era esperado {expected}, e não {found}.',
  'segment/expected-at-end': 'A definição termina cedo demais: era esperado {expected}.',
  'segment/expected-value': 'Aqui é preciso um valor, mas isto é uma condição.',
  'segment/expected-comparison':
    'Isto é só um valor. Diga o que se pergunta dele, por exemplo com `=`, `>`, `in (...)` ou `is known`.',
  'segment/misplaced-not':
    'Depois de um valor, `not` só acompanha `in`. Coloque `not` antes da condição inteira.',
  'segment/unknown-function': 'Não existe a função {found}.',
  'segment/missing-connective': 'Falta `and` ou `or` antes de {found}.',
  'segment/reserved-name':
    '{name} é uma palavra da linguagem. Para usá-la como nome, coloque-a entre acentos graves.',
  'segment/calendar-duration':
    '{found} não tem duração fixa. Escreva em dias ou pergunte com uma janela: `joined within last 6 months`.',
  'segment/rolling-unit': 'Trimestres são períodos inteiros. Escreva `previous {count} quarters`.',
  'segment/whole-number': 'Aqui é preciso um número inteiro, e não {found}.',
  'segment/window-count':
    'A janela precisa aqui de um número inteiro de 1 a {limit}, e não {found}.',
  'segment/out-of-range': 'Aqui é preciso um número de {low} a {high}, e não {found}.',
  'segment/too-deep':
    'A definição tem mais de {limit} níveis, um dentro do outro. Dê nome às partes com measure ou divida-a em segmentos.',
  'segment/only-in-where':
    '{found} pergunta sobre as partes de um evento: use dentro de where, como em `any(purchase where any item (...))`.',
  'segment/not-in-where':
    '{found} fala do cliente, mas where fala de um único evento. Leve-o para fora do where.',
  'segment/measure-twice': 'A medida {name} está definida duas vezes. Renomeie uma delas.',
  'segment/comment-lost':
    'A formatação perderia este comentário. Leve os comentários para o início da definição.',
  'segment/json-version': 'Este documento não é uma definição da versão {version}.',
  'segment/json-shape': 'Esta parte do documento não é como deveria: {reason}.',
  'segment/unknown-trait': 'Não existe o atributo ou a medida {name}.',
  'segment/unknown-event': 'Não existe o evento {name}.',
  'segment/unknown-element': 'O evento {event} não tem a parte {name}.',
  'segment/unknown-property': '{of} não tem a propriedade {name}.',
  'segment/unknown-segment': 'Não existe o segmento "{name}".',
  'segment/unknown-category': 'A árvore de categorias não tem "{name}".',
  'segment/unknown-measure': 'Não existe a medida {name}.',
  'segment/unknown-zone':
    '"{name}" não é um fuso horário. Use um nome IANA, como America/Sao_Paulo.',
  'segment/no-tree':
    '{name} não pertence a nenhuma árvore de categorias, portanto nada pode estar abaixo. Use = ou dê-lhe uma árvore no catálogo.',
  'segment/no-role':
    '{word} precisa de um atributo com o papel {role}. Dê esse papel a uma data no catálogo.',
  'segment/sensitive':
    '{name} é um dado sensível e não pode ser usado em definições. Fale com o encarregado de dados ou retire-o.',
  'segment/too-large':
    'Com as medidas por extenso, a definição tem mais de {limit} partes. Simplifique as medidas.',
  'segment/measure-cycle':
    'Estas medidas se referem umas às outras em círculo: {path}. Desfaça o círculo.',
  'segment/measure-broken':
    'A medida {name} do programa tem um erro. Corrija-a primeiro em tessera.yaml.',
  'segment/segment-cycle':
    'Estes segmentos se referem uns aos outros em círculo: {path}. Desfaça o círculo.',
  'segment/refers-to-broken':
    'O segmento "{segment}" tem um erro, portanto esta definição também não tem significado. Corrija primeiro aquele.',
  'segment/type-mismatch': 'Não se compara {leftType} com {rightType}.',
  'segment/wrong-type': 'Aqui é preciso {expectedTypes}, mas isto é {foundType}.',
  'segment/measure-type': '{fn} não se aplica a {name}, que é {foundType}.',
  'segment/no-comparison': '{op} não se aplica a {type}.',
  'segment/bad-arithmetic': 'A conta não faz sentido: {leftType} {op} {rightType}.',
  'segment/currency-mismatch':
    'Valores em {left} e em {right} não podem ser combinados. Só se convertem valores cujas linhas dizem a moeda (`currencyFrom` no catálogo).',
  'segment/not-money':
    'Este valor em {currency} está ao lado de algo que não é dinheiro. Retire {currency}.',
  'segment/empty-text': 'Texto vazio é valor ausente. Pergunte com `is missing` ou `is known`.',
  'segment/bad-pattern':
    '"{pattern}" não é um padrão RE2 válido. Confira parênteses, colchetes e barras.',
  'segment/at-least-range':
    'at least {count} de {parts} condições: o número deve ficar entre 1 e {parts}.',
  'segment/list-needs-has': 'A uma lista se pergunta com `has any`, `has all` ou `has none`.',
  'segment/unknown-score': 'Não existe o score {name}.',
  'segment/no-consent':
    'Nenhum atributo do catálogo diz quem concordou com {purpose} por {channel}. Dê a um deles o papel consent, com esse canal e essa finalidade.',
  'segment/prefix-measure':
    '{fn} não pode ser calculado sobre vários tipos de evento ao mesmo tempo. Indique um só tipo; any, count, sum, min, max, first e last aceitam `*`.',
  'segment/no-refund':
    'Nenhum evento do catálogo desfaz {event}; não há o que subtrair. Escreva `sum`, ou dê ao estorno um `refundOf` no catálogo.',
  'segment/refund-differs':
    '`net` pergunta o mesmo a {event} e a {refund}, mas {refund} não tem uma propriedade usada aqui, ou a tem em outro tipo ou moeda. Acrescente-a ao catálogo ou escreva a diferença de duas somas.',
  'segment/window-not-here': '{found} já define o período observado. Retire esta janela.',
  'segment/share-needs-where':
    'Uma parcela é do que cumpre uma condição sobre o todo: escreva a condição com `where`.',
  'segment/trend-no-measure':
    'Uma tendência precisa de uma medida calculada em cada período, como `sum(purchase.amount)`.',
  'segment/state-one-trait':
    'Só de uma condição sobre exatamente um atributo ou uma lista se pode perguntar há quanto tempo vale, como `tier = "gold" for at least 90 days`.',
  'segment/not-length':
    'Uma distância está ao lado de um número sem unidade. Escreva a unidade: m, km ou mi.',
  'segment/then-not-needs-within':
    '`then not` precisa do prazo em que não pode acontecer: acrescente `within 7 days`.',
  'segment/only-negative':
    'Isto só diz o que os clientes não fizeram ou não são; portanto, inclui todos os que nunca fizeram nada. Se não for essa a intenção, acrescente uma condição positiva.',
  'segment/includes-zero':
    'Clientes com nenhum também entram. Para deixá-los de fora, use `between 1 and ...`.',
  'segment/not-equal-missing':
    'Clientes sem valor não entram. Para incluí-los, acrescente `or ... is missing`.',
  'segment/never-true':
    'Isto nunca se cumpre: o limite inferior está acima do superior. Troque-os.',
  'segment/empty-window': 'Nada cabe nesta janela: ela termina antes de começar. Troque as pontas.',
  'segment/unknown-value': '"{value}" não está entre os valores conhecidos.',
  'segment/unknown-list': 'Ainda não existe a lista "{name}"; ninguém está nela.',
}
