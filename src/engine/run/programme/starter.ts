/** What a programme written by hand starts with: a catalogue to cut down or extend, and two segments to learn from. */
import type { Programme } from '../../../core/catalog/index.ts'
import { parseProgramme } from '../../../core/catalog/index.ts'
import { assert } from '../../../core/base/index.ts'

const CATALOGUE = `
tessera: 1
id: starter
name: Starter
timeZone: UTC
currency: EUR
locales: [en, pt-BR, es, fr]
traits:
  country:
    type: text country
    label: { en: Country, pt-BR: País, es: País, fr: Pays }
  city:
    type: text city
    label: { en: City, pt-BR: Cidade, es: Ciudad, fr: Ville }
  birth_date:
    type: date birth-date personal
    label: { en: Birth date, pt-BR: Data de nascimento, es: Fecha de nacimiento, fr: Date de naissance }
  joined:
    type: date joined
    label: { en: Joined, pt-BR: Adesão, es: Alta, fr: Adhésion }
  email:
    type: text email personal
    label: { en: E-mail, pt-BR: E-mail, es: Correo electrónico, fr: E-mail }
events:
  purchase:
    label: { en: Purchase, pt-BR: Compra, es: Compra, fr: Achat }
    role: purchase
    properties:
      amount:
        type: money
        label: { en: Amount, pt-BR: Valor, es: Importe, fr: Montant }
      channel:
        type: text
        label: { en: Channel, pt-BR: Canal, es: Canal, fr: Canal }
    elements:
      item:
        label: { en: Item, pt-BR: Item, es: Artículo, fr: Article }
        properties:
          product:
            type: text
            label: { en: Product, pt-BR: Produto, es: Producto, fr: Produit }
          category:
            type: text
            label: { en: Category, pt-BR: Categoria, es: Categoría, fr: Catégorie }
          quantity:
            type: number
            label: { en: Quantity, pt-BR: Quantidade, es: Cantidad, fr: Quantité }
          amount:
            type: money
            label: { en: Amount, pt-BR: Valor, es: Importe, fr: Montant }
  refund:
    label: { en: Refund, pt-BR: Devolução, es: Devolución, fr: Remboursement }
    role: refund
    properties:
      amount:
        type: money
        label: { en: Amount, pt-BR: Valor, es: Importe, fr: Montant }
`

/** The starter catalogue under another head. */
export function starterProgramme(
  head: Pick<Programme, 'id' | 'name' | 'timeZone' | 'currency'>,
): Programme {
  // Money without a currency of its own takes the programme's, so that the text is read under the right one.
  const text = CATALOGUE.replace('currency: EUR', `currency: ${head.currency}`)
  const read = parseProgramme(text, 'tessera.yaml')
  assert(read.ok, 'the starter catalogue reads')
  return { ...read.value, ...head }
}

/** Segments that hold over the starter catalogue, by key. */
export const STARTER_SEGMENTS: Readonly<Record<string, string>> = {
  lapsing: `# Bought at least twice, and nothing for 60 days.
name:
  en: Lapsing
  pt-BR: Em risco de abandono
  es: En riesgo de abandono
  fr: En perte de vitesse
why:
  en: They knew us well enough to come back once; a reminder may bring them back again.
  pt-BR: Já voltaram uma vez; um lembrete pode trazê-los de novo.
  es: Ya volvieron una vez; un recordatorio puede traerlos de nuevo.
  fr: Ils sont déjà revenus une fois ; un rappel peut les faire revenir.
definition: count(purchase) >= 2 and not any(purchase, last 60 days)
`,
  new_customers: `# First purchase within the last 90 days.
name:
  en: New customers
  pt-BR: Clientes novos
  es: Clientes nuevos
  fr: Nouveaux clients
why:
  en: The second purchase decides whether they stay.
  pt-BR: A segunda compra decide se eles ficam.
  es: La segunda compra decide si se quedan.
  fr: Le deuxième achat décide s’ils restent.
definition: first(purchase) within last 90 days
`,
}
