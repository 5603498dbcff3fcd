/** What columns are usually called, in four languages. */

export const ROLES = [
  'customer',
  'order',
  'event',
  'at',
  'product',
  'quantity',
  'price',
  'amount',
  'discount',
] as const
export type Role = (typeof ROLES)[number]

const ID = '(_?(id|no|nr|num|numero|number|code|codigo|cod|key|ref|upc|clef))'
const BEFORE = '((id|no|nr|num|numero|number|code|codigo|cod|ref)_?(do_|da_|de_|del_|du_|de_la_)?)'

function named(words: string): RegExp {
  return new RegExp(`^(${BEFORE}?(${words})${ID}?|(${words})s?${ID})$`)
}

const PATTERNS: Readonly<Record<Role, RegExp>> = {
  customer: named(
    'customer|cust|client|clients|cliente|household|member|membre|membro|socio|loyalty|loyalty_member|assinante|suscriptor|abonne|user|utilisateur|usuario|buyer|acheteur|comprador|shop+er|master|contact|contato|contacto|card|loyalty_card|fidelity|consumer|person',
  ),
  order: named(
    'order|invoice|transaction|trans|basket|ticket|receipt|sale|purchase|pedido|factura|fatura|compra|venta|venda|commande|facture|nota|nota_fiscal|bon|panier|check',
  ),
  event: named('event|evento|evenement|message|uuid'),
  at: /^(.*_)?(date|time|datetime|timestamp|at|on|day|fecha|data|hora|dia|jour|heure|ts|when|quando|cuando|quand)(_.*)?$/,
  product: named(
    'product|prod|sku|item|stock|article|articulo|artigo|upc|ean|gtin|produto|producto|produit|plu',
  ),
  quantity:
    /^(.*_)?(qty|quantity|quantities|quantidade|qtd|qtde|cantidad|cant|quantite|qte|units|unidades|unites|cds|pieces|count)$/,
  price:
    /^(unit_?price|price|price_per_unit|preco|preco_unitario|precio|precio_unitario|prix|prix_unitaire|valor_unitario|unit_cost)$/,
  amount:
    /^(amount|total|total_amount|order_total|line_total|sales|sales_value|sale_amount|revenue|value|spend|net_amount|gross_amount|montant|montant_total|importe|valor|valor_total|total_price|turnover|price_total|ca|monto)$/,
  discount: /^(.*_)?(discount|disc|desconto|descuento|remise|rebate|rabais)$/,
}

/** A column's name in the way names are written in a catalogue: `UnitPrice` -> `unit_price`, `Preço` -> `preco`. */
export function plainName(column: string): string {
  const plain = column
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
  if (plain === '') return 'column'
  return /^[a-z]/.test(plain) ? plain : `c_${plain}`
}

/** Whether a name sounds like a role. */
export function soundsLike(column: string, role: Role): boolean {
  return PATTERNS[role].test(plainName(column))
}

/** What must not decide about anybody, and is refused in definitions until somebody answers for it. */
export function soundsSensitive(column: string): boolean {
  return /^(race|ethnic\w*|religion|religiao|faith|origin|national_origin|native_country|raca|cor_raca|etnia|raza|origen|origine|disability|deficiencia|discapacidad|handicap|health|saude|salud|sante|sexual_orientation|orientacao_sexual|orientacion_sexual|orientation_sexuelle|union_member|sindicalizado|caste|casta)$/.test(
    plainName(column),
  )
}

/** Columns of personal data are proposed as such. */
export function soundsPersonal(column: string): boolean {
  return /(^|_)(e_?mail|phone|mobile|telefone|telefono|telephone|name|nome|nombre|nom|surname|address|endereco|direccion|adresse|birth|nascimento|nacimiento|naissance|cpf|dni|ssn)(_|$)/.test(
    plainName(column),
  )
}
