/** Words of groups, parameters and needs in four languages. */
import type { Locale } from '../../base/index.ts'
import type { Slot } from '../slot.ts'
import type { ParameterName, TemplateGroup } from '../template.ts'

type Four = Readonly<Record<Locale, string>>

function four(en: string, pt: string, es: string, fr: string): Four {
  return { en, 'pt-BR': pt, es, fr }
}

/** Titles of the groups. */
export const GROUP_WORDS: Readonly<Record<TemplateGroup, Four>> = {
  loyalty: four('Loyalty', 'Fidelidade', 'Fidelidad', 'Fidélité'),
  value: four('Value', 'Valor', 'Valor', 'Valeur'),
  risk: four('At risk', 'Em risco', 'En riesgo', 'À risque'),
  growth: four('Growth', 'Crescimento', 'Crecimiento', 'Croissance'),
  stage: four(
    'New and established',
    'Novos e antigos',
    'Nuevos y veteranos',
    'Nouveaux et établis',
  ),
  preference: four('Preferences', 'Preferências', 'Preferencias', 'Préférences'),
  reward: four(
    'Discounts and rewards',
    'Descontos e recompensas',
    'Descuentos y recompensas',
    'Remises et récompenses',
  ),
  email: four('E-mail', 'E-mail', 'Correo electrónico', 'E-mail'),
  care: four('Customer care', 'Atendimento', 'Atención al cliente', 'Service client'),
  acquisition: four('Acquisition', 'Aquisição', 'Captación', 'Acquisition'),
  season: four('Seasons and dates', 'Datas e épocas', 'Fechas y temporadas', 'Dates et saisons'),
}

/** Labels of parameters. */
export const PARAMETER_WORDS: Readonly<Record<ParameterName, Four>> = {
  quiet: four(
    'Without a purchase for',
    'Sem comprar há',
    'Sin comprar desde hace',
    'Sans achat depuis',
  ),
  recent: four('Within the last', 'Nos últimos', 'En los últimos', 'Au cours des derniers'),
  gap: four(
    'Time between the two',
    'Tempo entre os dois',
    'Tiempo entre ambos',
    'Temps entre les deux',
  ),
  since: four(
    'Customer for at least',
    'Cliente há pelo menos',
    'Cliente desde hace al menos',
    'Client depuis au moins',
  ),
  ahead: four('Days ahead', 'Dias à frente', 'Días de antelación', "Jours d'avance"),
  from: four(
    'From this many days on',
    'A partir de quantos dias',
    'A partir de cuántos días',
    'À partir de combien de jours',
  ),
  orders: four(
    'Purchases at least',
    'Mínimo de compras',
    'Compras como mínimo',
    "Nombre d'achats minimum",
  ),
  times: four('Times at least', 'Mínimo de vezes', 'Veces como mínimo', 'Nombre de fois minimum'),
  months: four('Months at least', 'Mínimo de meses', 'Meses como mínimo', 'Nombre de mois minimum'),
  kinds: four(
    'Different ones at least',
    'Mínimo de tipos diferentes',
    'Tipos distintos como mínimo',
    'Nombre de sortes minimum',
  ),
  units: four(
    'Units per purchase',
    'Unidades por compra',
    'Unidades por compra',
    'Unités par achat',
  ),
  mark: four('Score', 'Nota', 'Puntuación', 'Note'),
  factor: four('How many times', 'Quantas vezes', 'Cuántas veces', 'Combien de fois'),
  spend: four('Spend', 'Gasto', 'Gasto', 'Dépense'),
  order: four(
    'Value of a purchase',
    'Valor de uma compra',
    'Importe de una compra',
    "Montant d'un achat",
  ),
  share: four('Share', 'Proporção', 'Proporción', 'Part'),
  rate: four('Open rate', 'Taxa de abertura', 'Tasa de apertura', "Taux d'ouverture"),
  category: four('Category', 'Categoria', 'Categoría', 'Catégorie'),
  brand: four('Brand', 'Marca', 'Marca', 'Marque'),
  channel: four('Channel', 'Canal', 'Canal', 'Canal'),
  nation: four('Country', 'País', 'País', 'Pays'),
  origin: four('Source', 'Origem', 'Origen', 'Origine'),
}

/** What must be in the catalogue for a slot to be filled. */
export const SLOT_WORDS: Readonly<Record<Slot, Four>> = {
  purchase: four(
    'an event with role purchase',
    'um evento com o papel purchase',
    'un evento con el papel purchase',
    'un événement avec le rôle purchase',
  ),
  amount: four(
    'an amount of money on purchases or on their lines',
    'um valor em dinheiro nas compras ou em suas linhas',
    'un importe en las compras o en sus líneas',
    'un montant sur les achats ou sur leurs lignes',
  ),
  netAmount: four(
    'refunds tied to purchases (refundOf) with the same amount',
    'reembolsos ligados às compras (refundOf) com o mesmo valor',
    'reembolsos unidos a las compras (refundOf) con el mismo importe',
    'des remboursements liés aux achats (refundOf) avec le même montant',
  ),
  discounted: four(
    'a discount or coupon on purchases or on their lines',
    'um desconto ou cupom nas compras ou em suas linhas',
    'un descuento o cupón en las compras o en sus líneas',
    'une remise ou un bon sur les achats ou sur leurs lignes',
  ),
  categoryRows: four(
    'a category on purchases or on their lines',
    'uma categoria nas compras ou em suas linhas',
    'una categoría en las compras o en sus líneas',
    'une catégorie sur les achats ou sur leurs lignes',
  ),
  categoryIs: four(
    'a category on purchases or on their lines',
    'uma categoria nas compras ou em suas linhas',
    'una categoría en las compras o en sus líneas',
    'une catégorie sur les achats ou sur leurs lignes',
  ),
  categories: four(
    'a category on purchases or on their lines',
    'uma categoria nas compras ou em suas linhas',
    'una categoría en las compras o en sus líneas',
    'une catégorie sur les achats ou sur leurs lignes',
  ),
  brandRows: four(
    'a brand on purchases or on their lines',
    'uma marca nas compras ou em suas linhas',
    'una marca en las compras o en sus líneas',
    'une marque sur les achats ou sur leurs lignes',
  ),
  brandIs: four(
    'a brand on purchases or on their lines',
    'uma marca nas compras ou em suas linhas',
    'una marca en las compras o en sus líneas',
    'une marque sur les achats ou sur leurs lignes',
  ),
  productRows: four(
    'a product on purchases or on their lines',
    'um produto nas compras ou em suas linhas',
    'un producto en las compras o en sus líneas',
    'un produit sur les achats ou sur leurs lignes',
  ),
  products: four(
    'a product on purchases or on their lines',
    'um produto nas compras ou em suas linhas',
    'un producto en las compras o en sus líneas',
    'un produit sur les achats ou sur leurs lignes',
  ),
  range: four(
    'a category or a product on purchases or on their lines',
    'uma categoria ou um produto nas compras ou em suas linhas',
    'una categoría o un producto en las compras o en sus líneas',
    'une catégorie ou un produit sur les achats ou sur leurs lignes',
  ),
  quantity: four(
    'a quantity on purchases or on their lines',
    'uma quantidade nas compras ou em suas linhas',
    'una cantidad en las compras o en sus líneas',
    'une quantité sur les achats ou sur leurs lignes',
  ),
  channelIs: four(
    'a channel on purchases',
    'um canal nas compras',
    'un canal en las compras',
    'un canal sur les achats',
  ),
  channels: four(
    'a channel on purchases',
    'um canal nas compras',
    'un canal en las compras',
    'un canal sur les achats',
  ),
  refund: four(
    'an event with role refund',
    'um evento com o papel refund',
    'un evento con el papel refund',
    'un événement avec le rôle refund',
  ),
  emailSent: four(
    'an event with role email-sent',
    'um evento com o papel email-sent',
    'un evento con el papel email-sent',
    'un événement avec le rôle email-sent',
  ),
  emailOpened: four(
    'an event with role email-opened',
    'um evento com o papel email-opened',
    'un evento con el papel email-opened',
    'un événement avec le rôle email-opened',
  ),
  emailClicked: four(
    'an event with role email-clicked',
    'um evento com o papel email-clicked',
    'un evento con el papel email-clicked',
    'un événement avec le rôle email-clicked',
  ),
  web: four(
    'an event with role web',
    'um evento com o papel web',
    'un evento con el papel web',
    'un événement avec le rôle web',
  ),
  ticket: four(
    'an event with role ticket',
    'um evento com o papel ticket',
    'un evento con el papel ticket',
    'un événement avec le rôle ticket',
  ),
  reward: four(
    'an event with role reward',
    'um evento com o papel reward',
    'un evento con el papel reward',
    'un événement avec le rôle reward',
  ),
  redeemed: four(
    'an event for rewards redeemed, such as reward_redeemed',
    'um evento de recompensas resgatadas, como reward_redeemed',
    'un evento de recompensas canjeadas, como reward_redeemed',
    'un événement de récompenses utilisées, comme reward_redeemed',
  ),
  nps: four(
    'a survey (role survey) with an NPS score',
    'uma pesquisa (papel survey) com nota NPS',
    'una encuesta (papel survey) con puntuación NPS',
    'une enquête (rôle survey) avec une note NPS',
  ),
  npsRows: four(
    'a survey (role survey) with an NPS score',
    'uma pesquisa (papel survey) com nota NPS',
    'una encuesta (papel survey) con puntuación NPS',
    'une enquête (rôle survey) avec une note NPS',
  ),
  joined: four(
    'a trait with role joined',
    'um atributo com o papel joined',
    'un atributo con el papel joined',
    'un attribut avec le rôle joined',
  ),
  birthDate: four(
    'a trait with role birth-date',
    'um atributo com o papel birth-date',
    'un atributo con el papel birth-date',
    'un attribut avec le rôle birth-date',
  ),
  country: four(
    'a trait with role country, or a country on purchases',
    'um atributo com o papel country, ou um país nas compras',
    'un atributo con el papel country, o un país en las compras',
    'un attribut avec le rôle country, ou un pays sur les achats',
  ),
  source: four(
    'a trait that says where customers come from, such as acquisition',
    'um atributo que diz de onde vêm os clientes, como acquisition',
    'un atributo que diga de dónde vienen los clientes, como acquisition',
    "un attribut qui dit d'où viennent les clients, comme acquisition",
  ),
  consent: four(
    'a consent to marketing by e-mail',
    'um consentimento para marketing por e-mail',
    'un consentimiento para marketing por correo',
    'un consentement au marketing par e-mail',
  ),
}
