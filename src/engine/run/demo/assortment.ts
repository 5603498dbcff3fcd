/** The products: six to a lowest category, with a made-up brand and a shelf price. */
import { chance } from './chance.ts'
import { LEAVES } from './category-tree.ts'

export interface Product {
  readonly id: string
  readonly name: string
  readonly category: string
  readonly brand: string
  readonly priceCents: number
}

export const PRODUCTS_PER_LEAF = 6

/** Invented brands; three belong to each department and are never sold elsewhere. */
const BRANDS = [
  ['Alderbrook', 'Cafuné', 'Tamarello'],
  ['Despensa Azul', 'Fernhollow', 'Maravela'],
  ['Prado Verde', 'Larkfield', 'Clairpont'],
  ['Casalume', 'Oakwright', 'Hestora'],
  ['Florenza', 'Peaumande', 'Solmarine'],
  ['Tucanito', 'Babelune', 'Pawsome Hill'],
  ['Kaivara', 'Summitline', 'Corrente'],
  ['Jardinel', 'Mossgate', 'Terralba'],
] as const

const LINES = ['Classic', 'Select', 'Organic', 'Family', 'Small', 'Reserve'] as const

/** Prices end in 9 cents or 5, as on shelves. */
export function assortment(seed: number): readonly Product[] {
  const products: Product[] = []
  LEAVES.forEach((leaf, leafIndex) => {
    const draw = chance(seed, 7, leafIndex)
    const brands = BRANDS[Math.floor(leafIndex / 6) % BRANDS.length] ?? BRANDS[0]
    for (let i = 0; i < PRODUCTS_PER_LEAF; i++) {
      const brand = brands[draw.below(3)] ?? brands[0]
      // Squared, so that most of a category is cheap and some of it dear.
      const euros = leaf.lowPrice + (leaf.highPrice - leaf.lowPrice) * draw.next() ** 2
      products.push({
        id: `P${String(leafIndex * PRODUCTS_PER_LEAF + i + 1).padStart(4, '0')}`,
        name: `${brand} ${leaf.name} ${LINES[i] ?? 'Classic'}`,
        category: leaf.name,
        brand,
        priceCents: Math.floor(euros * 10) * 10 + (draw.hit(0.5) ? 9 : 5),
      })
    }
  })
  return products
}
