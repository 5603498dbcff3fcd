/** What the issues of programme and segment files say, in four languages. */
import { fill, type Issue, type IssueParams, type Locale, type Words } from '../base/index.ts'
import { MODEL_WORDS, type ModelCode } from './model/words.ts'

export type CatalogCode =
  | ModelCode
  | 'catalog/too-large'
  | 'catalog/not-yaml'
  | 'catalog/empty-file'
  | 'catalog/empty-segment'
  | 'catalog/not-a-map'
  | 'catalog/duplicate-key'
  | 'catalog/missing-key'
  | 'catalog/unknown-key'
  | 'catalog/unknown-value'
  | 'catalog/wrong-kind'
  | 'catalog/empty'
  | 'catalog/bad-version'
  | 'catalog/bad-name'
  | 'catalog/bad-key'
  | 'catalog/bad-words'
  | 'catalog/reserved-word'
  | 'catalog/unknown-word'
  | 'catalog/word-wanted'
  | 'catalog/word-misplaced'
  | 'catalog/role-type'
  | 'catalog/role-twice'
  | 'catalog/unknown-tree'
  | 'catalog/which-tree'
  | 'catalog/category-twice'
  | 'catalog/one-entry'
  | 'catalog/unknown-property'
  | 'catalog/counts-type'
  | 'catalog/unknown-event'
  | 'catalog/refund-of-itself'
  | 'catalog/bad-time-zone'
  | 'catalog/bad-currency'
  | 'catalog/name-taken'
  | 'catalog/columns-collide'
  | 'catalog/consent-needs'
  | 'catalog/consent-twice'
  | 'catalog/only-consent'
  | 'catalog/only-money'
  | 'catalog/currency-from-type'
  | 'catalog/currency-twice'
  | 'catalog/no-rates'
  | 'catalog/bad-day'
  | 'catalog/bad-rate'
  | 'catalog/example-side'

type Own = Exclude<CatalogCode, ModelCode>

type Extra = 'did-you-mean' | 'kind-text' | 'kind-list' | 'kind-map' | 'kind-boolean' | 'kind-other'

const OWN: Words<Own | Extra> = {
  en: {
    'catalog/example-side': 'An example needs either `in:` or `out:`, followed by who this is.',
    'did-you-mean': 'Did you mean "{fix}"?',
    'kind-text': 'a text',
    'kind-list': 'a list',
    'kind-map': 'a map of keys and values',
    'kind-boolean': 'true or false',
    'kind-other': 'something else; see docs/reference/catalogue.md for its shape',
    'catalog/too-large':
      'The file has more than {limit} characters. Split it, or remove what does not belong here.',
    'catalog/not-yaml': 'This is not valid YAML: {reason}',
    'catalog/empty-file': 'The file is empty. Run `tessera init` to write a first one.',
    'catalog/empty-segment': 'The file is empty. A segment needs `name:` and `definition:`.',
    'catalog/not-a-map': 'The file must be a map of keys and values, such as `name: …`.',
    'catalog/duplicate-key': '"{key}" is written twice in the same place. Keep one of them.',
    'catalog/missing-key': '"{key}" is missing here. Add it.',
    'catalog/unknown-key': '"{key}" means nothing here.',
    'catalog/unknown-value': '"{value}" is not one of: {known}.',
    'catalog/wrong-kind': '"{key}" must be {kind}.',
    'catalog/empty': '"{key}" is empty. Write something, or remove the line.',
    'catalog/bad-version': 'This Tessera reads version 1 of the file format, not "{version}".',
    'catalog/bad-name':
      '"{name}" is no name: use lower-case letters, digits and _, starting with a letter.',
    'catalog/bad-key':
      '"{key}" cannot be the key of a segment: name the file with lower-case letters, digits, - and _, starting with a letter.',
    'catalog/bad-words':
      '"{text}" does not start with a type: text, number, money, boolean, date, instant, list, category or geo.',
    'catalog/reserved-word':
      '"{name}" is a word of the segment language; definitions must write it as `{name}`, between backticks. Another name is easier to read.',
    'catalog/unknown-word': '"{word}" is not one of: {known}.',
    'catalog/word-wanted': 'Something must follow "{word}".',
    'catalog/word-misplaced': '"{word}" does not go with the type {type}.',
    'catalog/role-type': 'The role {role} needs one of these types: {known}; this is {type}.',
    'catalog/role-twice': 'The role {role} is already that of {other}. Only one can have it.',
    'catalog/unknown-tree': 'There is no category tree "{tree}". Describe it under "trees".',
    'catalog/which-tree':
      'There are several category trees: write `category of` and one of {known}.',
    'catalog/category-twice':
      'The category "{name}" is twice in the tree {tree}. Names within a tree must differ.',
    'catalog/one-entry': '"{key}" takes exactly one entry.',
    'catalog/unknown-property': 'The event {event} has no property "{property}".',
    'catalog/counts-type':
      'The property "{property}" must be text or category to say which events count.',
    'catalog/unknown-event': 'There is no event "{event}".',
    'catalog/refund-of-itself':
      'The event {event} cannot take back itself. Name the event it refunds.',
    'catalog/bad-time-zone': '"{zone}" is not a time zone. Use an IANA name such as Europe/Lisbon.',
    'catalog/bad-currency': '"{currency}" is not a currency. Use an ISO 4217 code such as EUR.',
    'catalog/name-taken': '"{name}" is already the name of a {other}. Choose another.',
    'catalog/columns-collide':
      'The names {first} and {second} would share one column. Rename one of them.',
    'catalog/consent-needs': '"{name}" is a consent: say to what, with `channel:` and `purpose:`.',
    'catalog/consent-twice':
      'The trait {other} already holds this consent. Two traits cannot say the same.',
    'catalog/only-consent':
      '"{key}" goes with the role consent only. Write `type: boolean consent`, or remove it.',
    'catalog/only-money': '"currencyFrom" goes with amounts (money) of events only.',
    'catalog/currency-from-type':
      'The property "{property}" must be text to hold a currency such as EUR.',
    'catalog/currency-twice':
      'The amount cannot be in {currency} and take its currency from a property. Remove one of them.',
    'catalog/no-rates':
      'Amounts in several currencies need exchange rates. Write them under "rates".',
    'catalog/bad-day': '"{day}" is not a day. Write year-month-day, such as 2026-01-31.',
    'catalog/bad-rate':
      '{rate} is not an exchange rate: it must be above 0, below a million, with at most nine decimals.',
  },
  'pt-BR': {
    'catalog/example-side': 'Um exemplo precisa de `in:` ou de `out:`, seguido de quem é.',
    'did-you-mean': 'Você quis dizer "{fix}"?',
    'kind-text': 'um texto',
    'kind-list': 'uma lista',
    'kind-map': 'um mapa de chaves e valores',
    'kind-boolean': 'true ou false',
    'kind-other': 'outra coisa; a forma está em docs/reference/catalogue.md',
    'catalog/too-large':
      'O arquivo tem mais de {limit} caracteres. Divida-o ou retire o que não pertence a ele.',
    'catalog/not-yaml': 'Isto não é YAML válido: {reason}',
    'catalog/empty-file': 'O arquivo está vazio. Execute `tessera init` para escrever um primeiro.',
    'catalog/empty-segment':
      'O arquivo está vazio. Um segmento precisa de `name:` e `definition:`.',
    'catalog/not-a-map': 'O arquivo precisa ser um mapa de chaves e valores, como `name: …`.',
    'catalog/duplicate-key': '"{key}" aparece duas vezes no mesmo lugar. Deixe só uma.',
    'catalog/missing-key': 'Falta "{key}" aqui. Acrescente.',
    'catalog/unknown-key': '"{key}" não significa nada aqui.',
    'catalog/unknown-value': '"{value}" não é um destes: {known}.',
    'catalog/wrong-kind': '"{key}" precisa ser {kind}.',
    'catalog/empty': '"{key}" está vazio. Escreva algo ou apague a linha.',
    'catalog/bad-version': 'Este Tessera lê a versão 1 do formato de arquivo, não "{version}".',
    'catalog/bad-name':
      '"{name}" não serve de nome: use letras minúsculas sem acento, dígitos e _, começando por uma letra.',
    'catalog/bad-key':
      '"{key}" não pode ser a chave de um segmento: dê ao arquivo um nome com letras minúsculas sem acento, dígitos, - e _, começando por uma letra.',
    'catalog/bad-words':
      '"{text}" não começa por um tipo: text, number, money, boolean, date, instant, list, category ou geo.',
    'catalog/reserved-word':
      '"{name}" é uma palavra da linguagem de segmentos; as definições precisam escrevê-la como `{name}`, entre crases. Outro nome é mais fácil de ler.',
    'catalog/unknown-word': '"{word}" não é um destes: {known}.',
    'catalog/word-wanted': 'Falta algo depois de "{word}".',
    'catalog/word-misplaced': '"{word}" não combina com o tipo {type}.',
    'catalog/role-type': 'O papel {role} pede um destes tipos: {known}; este é {type}.',
    'catalog/role-twice': 'O papel {role} já é de {other}. Só um pode tê-lo.',
    'catalog/unknown-tree': 'Não há árvore de categorias "{tree}". Descreva-a em "trees".',
    'catalog/which-tree':
      'Há várias árvores de categorias: escreva `category of` e uma de {known}.',
    'catalog/category-twice':
      'A categoria "{name}" aparece duas vezes na árvore {tree}. Os nomes de uma árvore precisam ser diferentes.',
    'catalog/one-entry': '"{key}" aceita exatamente uma entrada.',
    'catalog/unknown-property': 'O evento {event} não tem a propriedade "{property}".',
    'catalog/counts-type':
      'A propriedade "{property}" precisa ser text ou category para dizer quais eventos contam.',
    'catalog/unknown-event': 'Não há evento "{event}".',
    'catalog/refund-of-itself':
      'O evento {event} não pode devolver a si mesmo. Indique o evento que ele reembolsa.',
    'catalog/bad-time-zone':
      '"{zone}" não é um fuso horário. Use um nome IANA, como America/Sao_Paulo.',
    'catalog/bad-currency': '"{currency}" não é uma moeda. Use um código ISO 4217, como BRL.',
    'catalog/name-taken': '"{name}" já é o nome de outra coisa ({other}). Escolha outro.',
    'catalog/columns-collide':
      'Os nomes {first} e {second} cairiam na mesma coluna. Mude um deles.',
    'catalog/consent-needs':
      '"{name}" é um consentimento: diga para quê, com `channel:` e `purpose:`.',
    'catalog/consent-twice':
      'O atributo {other} já guarda este consentimento. Dois atributos não podem dizer o mesmo.',
    'catalog/only-consent':
      '"{key}" só vai com o papel consent. Escreva `type: boolean consent` ou retire-o.',
    'catalog/only-money': '"currencyFrom" só vai com valores (money) de eventos.',
    'catalog/currency-from-type':
      'A propriedade "{property}" precisa ser text para guardar uma moeda, como EUR.',
    'catalog/currency-twice':
      'O valor não pode estar em {currency} e também tirar a moeda de uma propriedade. Retire um dos dois.',
    'catalog/no-rates':
      'Valores em várias moedas precisam de taxas de câmbio. Escreva-as em "rates".',
    'catalog/bad-day': '"{day}" não é um dia. Escreva ano-mês-dia, como 2026-01-31.',
    'catalog/bad-rate':
      '{rate} não é uma taxa de câmbio: precisa ser maior que 0, menor que um milhão e ter no máximo nove casas decimais.',
  },
  es: {
    'catalog/example-side': 'Un ejemplo necesita `in:` o `out:`, seguido de quién es.',
    'did-you-mean': '¿Quiso decir "{fix}"?',
    'kind-text': 'un texto',
    'kind-list': 'una lista',
    'kind-map': 'un mapa de claves y valores',
    'kind-boolean': 'true o false',
    'kind-other': 'otra cosa; su forma está en docs/reference/catalogue.md',
    'catalog/too-large':
      'El archivo tiene más de {limit} caracteres. Divídalo o quite lo que no corresponde.',
    'catalog/not-yaml': 'Esto no es YAML válido: {reason}',
    'catalog/empty-file':
      'El archivo está vacío. Ejecute `tessera init` para escribir uno inicial.',
    'catalog/empty-segment': 'El archivo está vacío. Un segmento necesita `name:` y `definition:`.',
    'catalog/not-a-map': 'El archivo debe ser un mapa de claves y valores, como `name: …`.',
    'catalog/duplicate-key': '"{key}" aparece dos veces en el mismo lugar. Deje una sola.',
    'catalog/missing-key': 'Falta "{key}" aquí. Agréguelo.',
    'catalog/unknown-key': '"{key}" no significa nada aquí.',
    'catalog/unknown-value': '"{value}" no es ninguno de estos: {known}.',
    'catalog/wrong-kind': '"{key}" debe ser {kind}.',
    'catalog/empty': '"{key}" está vacío. Escriba algo o borre la línea.',
    'catalog/bad-version': 'Este Tessera lee la versión 1 del formato de archivo, no "{version}".',
    'catalog/bad-name':
      '"{name}" no sirve de nombre: use letras minúsculas sin acento, dígitos y _, empezando por una letra.',
    'catalog/bad-key':
      '"{key}" no puede ser la clave de un segmento: nombre el archivo con letras minúsculas sin acento, dígitos, - y _, empezando por una letra.',
    'catalog/bad-words':
      '"{text}" no empieza por un tipo: text, number, money, boolean, date, instant, list, category o geo.',
    'catalog/reserved-word':
      '"{name}" es una palabra del lenguaje de segmentos; las definiciones deben escribirla como `{name}`, entre acentos graves. Otro nombre se lee mejor.',
    'catalog/unknown-word': '"{word}" no es ninguno de estos: {known}.',
    'catalog/word-wanted': 'Falta algo después de "{word}".',
    'catalog/word-misplaced': '"{word}" no va con el tipo {type}.',
    'catalog/role-type': 'El papel {role} pide uno de estos tipos: {known}; este es {type}.',
    'catalog/role-twice': 'El papel {role} ya es de {other}. Solo uno puede tenerlo.',
    'catalog/unknown-tree': 'No hay un árbol de categorías "{tree}". Descríbalo en "trees".',
    'catalog/which-tree':
      'Hay varios árboles de categorías: escriba `category of` y uno de {known}.',
    'catalog/category-twice':
      'La categoría "{name}" está dos veces en el árbol {tree}. Los nombres de un árbol deben ser distintos.',
    'catalog/one-entry': '"{key}" admite exactamente una entrada.',
    'catalog/unknown-property': 'El evento {event} no tiene la propiedad "{property}".',
    'catalog/counts-type':
      'La propiedad "{property}" debe ser text o category para decir qué eventos cuentan.',
    'catalog/unknown-event': 'No hay un evento "{event}".',
    'catalog/refund-of-itself':
      'El evento {event} no puede devolverse a sí mismo. Indique el evento que reembolsa.',
    'catalog/bad-time-zone':
      '"{zone}" no es una zona horaria. Use un nombre IANA, como Europe/Madrid.',
    'catalog/bad-currency': '"{currency}" no es una moneda. Use un código ISO 4217, como EUR.',
    'catalog/name-taken': '"{name}" ya es el nombre de otra cosa ({other}). Elija otro.',
    'catalog/columns-collide':
      'Los nombres {first} y {second} caerían en la misma columna. Cambie uno.',
    'catalog/consent-needs':
      '"{name}" es un consentimiento: diga para qué, con `channel:` y `purpose:`.',
    'catalog/consent-twice':
      'El atributo {other} ya guarda este consentimiento. Dos atributos no pueden decir lo mismo.',
    'catalog/only-consent':
      '"{key}" solo va con el papel consent. Escriba `type: boolean consent` o quítelo.',
    'catalog/only-money': '"currencyFrom" solo va con importes (money) de eventos.',
    'catalog/currency-from-type':
      'La propiedad "{property}" debe ser text para guardar una moneda, como EUR.',
    'catalog/currency-twice':
      'El importe no puede estar en {currency} y además tomar su moneda de una propiedad. Quite uno de los dos.',
    'catalog/no-rates':
      'Los importes en varias monedas necesitan tipos de cambio. Escríbalos en "rates".',
    'catalog/bad-day': '"{day}" no es un día. Escriba año-mes-día, como 2026-01-31.',
    'catalog/bad-rate':
      '{rate} no es un tipo de cambio: debe ser mayor que 0, menor que un millón y tener como máximo nueve decimales.',
  },
  fr: {
    'catalog/example-side': 'Un exemple a besoin de `in:` ou de `out:`, suivi de qui c’est.',
    'did-you-mean': 'Vouliez-vous dire « {fix} » ?',
    'kind-text': 'un texte',
    'kind-list': 'une liste',
    'kind-map': 'un ensemble de clés et de valeurs',
    'kind-boolean': 'true ou false',
    'kind-other': 'autre chose ; sa forme est dans docs/reference/catalogue.md',
    'catalog/too-large':
      'Le fichier a plus de {limit} caractères. Divisez-le ou retirez ce qui n’y a pas sa place.',
    'catalog/not-yaml': 'Ce n’est pas du YAML valide : {reason}',
    'catalog/empty-file': 'Le fichier est vide. Lancez `tessera init` pour en écrire un premier.',
    'catalog/empty-segment': 'Le fichier est vide. Il faut à un segment `name:` et `definition:`.',
    'catalog/not-a-map': 'Le fichier doit être un ensemble de clés et de valeurs, comme `name: …`.',
    'catalog/duplicate-key': '« {key} » est écrit deux fois au même endroit. Gardez-en un seul.',
    'catalog/missing-key': 'Il manque « {key} » ici. Ajoutez-le.',
    'catalog/unknown-key': '« {key} » ne signifie rien ici.',
    'catalog/unknown-value': '« {value} » n’est pas l’un de : {known}.',
    'catalog/wrong-kind': '« {key} » doit être {kind}.',
    'catalog/empty': '« {key} » est vide. Écrivez quelque chose ou supprimez la ligne.',
    'catalog/bad-version': 'Ce Tessera lit la version 1 du format de fichier, pas « {version} ».',
    'catalog/bad-name':
      '« {name} » n’est pas un nom : utilisez des minuscules sans accent, des chiffres et _, en commençant par une lettre.',
    'catalog/bad-key':
      '« {key} » ne peut pas être la clé d’un segment : nommez le fichier avec des minuscules sans accent, des chiffres, - et _, en commençant par une lettre.',
    'catalog/bad-words':
      '« {text} » ne commence pas par un type : text, number, money, boolean, date, instant, list, category ou geo.',
    'catalog/reserved-word':
      '« {name} » est un mot du langage des segments ; les définitions doivent l’écrire `{name}`, entre accents graves. Un autre nom se lit mieux.',
    'catalog/unknown-word': '« {word} » n’est pas l’un de : {known}.',
    'catalog/word-wanted': 'Il manque quelque chose après « {word} ».',
    'catalog/word-misplaced': '« {word} » ne va pas avec le type {type}.',
    'catalog/role-type':
      'Le rôle {role} demande l’un de ces types : {known} ; celui-ci est {type}.',
    'catalog/role-twice': 'Le rôle {role} est déjà celui de {other}. Un seul peut l’avoir.',
    'catalog/unknown-tree':
      'Il n’y a pas d’arbre de catégories « {tree} ». Décrivez-le sous « trees ».',
    'catalog/which-tree':
      'Il y a plusieurs arbres de catégories : écrivez `category of` et l’un de {known}.',
    'catalog/category-twice':
      'La catégorie « {name} » est deux fois dans l’arbre {tree}. Les noms d’un arbre doivent différer.',
    'catalog/one-entry': '« {key} » prend exactement une entrée.',
    'catalog/unknown-property': 'L’événement {event} n’a pas de propriété « {property} ».',
    'catalog/counts-type':
      'La propriété « {property} » doit être text ou category pour dire quels événements comptent.',
    'catalog/unknown-event': 'Il n’y a pas d’événement « {event} ».',
    'catalog/refund-of-itself':
      'L’événement {event} ne peut pas s’annuler lui-même. Nommez l’événement qu’il rembourse.',
    'catalog/bad-time-zone':
      '« {zone} » n’est pas un fuseau horaire. Utilisez un nom IANA tel que Europe/Paris.',
    'catalog/bad-currency':
      '« {currency} » n’est pas une monnaie. Utilisez un code ISO 4217 tel que EUR.',
    'catalog/name-taken':
      '« {name} » est déjà le nom d’autre chose ({other}). Choisissez-en un autre.',
    'catalog/columns-collide':
      'Les noms {first} et {second} partageraient une colonne. Renommez l’un des deux.',
    'catalog/consent-needs':
      '« {name} » est un consentement : dites à quoi, avec `channel:` et `purpose:`.',
    'catalog/consent-twice':
      'L’attribut {other} porte déjà ce consentement. Deux attributs ne peuvent pas dire la même chose.',
    'catalog/only-consent':
      '« {key} » ne va qu’avec le rôle consent. Écrivez `type: boolean consent`, ou retirez-le.',
    'catalog/only-money': '« currencyFrom » ne va qu’avec les montants (money) des événements.',
    'catalog/currency-from-type':
      'La propriété « {property} » doit être de type text pour contenir une monnaie telle que EUR.',
    'catalog/currency-twice':
      'Le montant ne peut pas être en {currency} et tirer sa monnaie d’une propriété. Retirez l’un des deux.',
    'catalog/no-rates':
      'Des montants en plusieurs monnaies demandent des taux de change. Écrivez-les sous « rates ».',
    'catalog/bad-day': '« {day} » n’est pas un jour. Écrivez année-mois-jour, comme 2026-01-31.',
    'catalog/bad-rate':
      '{rate} n’est pas un taux de change : il doit être supérieur à 0, inférieur à un million et avoir au plus neuf décimales.',
  },
}

const WORDS: Words<CatalogCode | Extra> = {
  en: { ...OWN.en, ...MODEL_WORDS.en },
  'pt-BR': { ...OWN['pt-BR'], ...MODEL_WORDS['pt-BR'] },
  es: { ...OWN.es, ...MODEL_WORDS.es },
  fr: { ...OWN.fr, ...MODEL_WORDS.fr },
}

/** Every code of this room, for documentation and tests. */
export const CATALOG_CODES: readonly CatalogCode[] = (
  Object.keys(WORDS.en) as (CatalogCode | Extra)[]
).filter((code): code is CatalogCode => code.startsWith('catalog/'))

/** The sentence of an issue of this room; undefined when the code belongs to another room. */
export function renderCatalogIssue(issue: Issue, locale: Locale): string | undefined {
  const words = WORDS[locale]
  const code = CATALOG_CODES.find((c) => c === issue.code)
  if (code === undefined) return undefined
  const params: IssueParams =
    code === 'catalog/wrong-kind'
      ? { ...issue.params, kind: words[kindWord(String(issue.params['expected']))] }
      : issue.params
  const sentence = fill(words[code], params, locale)
  if (issue.fix === undefined) return sentence
  return `${sentence} ${fill(words['did-you-mean'], { fix: issue.fix }, locale)}`
}

function kindWord(expected: string): Extra {
  switch (expected) {
    case 'text':
      return 'kind-text'
    case 'list':
      return 'kind-list'
    case 'map':
      return 'kind-map'
    case 'boolean':
      return 'kind-boolean'
    default:
      return 'kind-other'
  }
}
