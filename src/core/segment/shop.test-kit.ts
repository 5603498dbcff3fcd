/** A small shop's catalogue with labels in four languages, for the tests of the language. */
import type { LocalText } from '../base/index.ts'
import type { Catalogue, Property, ValueType } from '../catalog/index.ts'
import type { BindContext } from './index.ts'

function words(en: string, pt: string, es: string, fr: string): LocalText {
  return { en, 'pt-BR': pt, es, fr }
}

function property(
  name: string,
  type: ValueType,
  label: LocalText,
  more: Partial<Property> = {},
): Property {
  return { name, type, label, required: false, sensitivity: 'none', ...more }
}

function record<T extends { readonly name: string }>(...entries: readonly T[]): Record<string, T> {
  return Object.fromEntries(entries.map((entry) => [entry.name, entry]))
}

const CATEGORY = words('Category', 'Categoria', 'Categoría', 'Catégorie')

export const SHOP: Catalogue = {
  traits: record(
    {
      ...property('country', 'text', words('Country', 'País', 'País', 'Pays'), {
        values: ['BR', 'PT', 'ES'],
      }),
    },
    {
      ...property(
        'birth_date',
        'date',
        words('Birth date', 'Data de nascimento', 'Fecha de nacimiento', 'Date de naissance'),
      ),
      role: 'birth-date' as const,
    },
    {
      ...property(
        'joined',
        'date',
        words('Join date', 'Data de adesão', 'Fecha de alta', 'Date d’adhésion'),
      ),
      role: 'joined' as const,
    },
    property(
      'seen_at',
      'instant',
      words('Last seen', 'Última visita', 'Última visita', 'Dernière visite'),
    ),
    property(
      'interests',
      'list',
      words('Interests', 'Interesses', 'Intereses', 'Centres d’intérêt'),
      { values: ['golf', 'chess'] },
    ),
    property('vip', 'boolean', words('VIP', 'VIP', 'VIP', 'VIP')),
    property('income', 'money', words('Income', 'Renda', 'Ingresos', 'Revenu'), {
      currency: 'USD',
    }),
    property('religion', 'text', words('Religion', 'Religião', 'Religión', 'Religion'), {
      sensitivity: 'sensitive',
    }),
    property('home', 'geo', words('Home', 'Casa', 'Casa', 'Domicile')),
    property('visits', 'number', words('Visits', 'Visitas', 'Visitas', 'Visites')),
  ),
  events: record(
    {
      name: 'purchase',
      role: 'purchase' as const,
      label: words('Purchase', 'Compra', 'Compra', 'Achat'),
      properties: record(
        property('amount', 'money', words('Amount', 'Valor', 'Importe', 'Montant'), {
          required: true,
        }),
        property('channel', 'text', words('Channel', 'Canal', 'Canal', 'Canal'), {
          values: ['store', 'web'],
        }),
        property('status', 'text', words('Status', 'Situação', 'Estado', 'Statut')),
        property('due', 'date', words('Due date', 'Vencimento', 'Vencimiento', 'Échéance')),
      ),
      elements: record({
        name: 'item',
        label: words('Item', 'Item', 'Artículo', 'Article'),
        properties: record(
          property('price', 'money', words('Price', 'Preço', 'Precio', 'Prix')),
          property('category', 'category', CATEGORY, { tree: 'products' }),
          property(
            'channel',
            'number',
            words('Channel number', 'Número do canal', 'Número de canal', 'Numéro de canal'),
          ),
        ),
      }),
      counts: { property: 'status', values: ['paid'] },
    },
    {
      name: 'email_opened',
      role: 'email-opened' as const,
      label: words('E-mail opened', 'E-mail aberto', 'Correo abierto', 'E-mail ouvert'),
      properties: {},
      elements: {},
    },
  ),
  trees: {
    products: [
      {
        name: 'Beverages',
        label: words('Beverages', 'Bebidas', 'Bebidas', 'Boissons'),
        children: [
          { name: 'Coffee', label: words('Coffee', 'Café', 'Café', 'Café'), children: [] },
        ],
      },
      { name: 'Bread', label: words('Bread', 'Pão', 'Pan', 'Pain'), children: [] },
    ],
  },
  products: {},
}

export const CONTEXT: BindContext = {
  catalogue: SHOP,
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  measures: {
    spend: 'sum(purchase.amount, last 365 days)',
    double_spend: 'spend * 2',
    round: 'about + 1',
    about: 'round + 1',
    broken: 'sum(purchase.amnt)',
  },
  segments: ['gold', 'new'],
}
