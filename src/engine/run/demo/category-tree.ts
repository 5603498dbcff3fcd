/** The assortment's category tree: three levels, each name with its label in four languages and a price range. */
import { type LocalText } from '../../../core/base/index.ts'
import type { CategoryNode } from '../../../core/catalog/index.ts'

/** `English|português|español|français`, leaves with `|low|high` shelf prices in euros; two spaces a level. */
const TABLE = `
Beverages|Bebidas|Bebidas|Boissons
  Coffee|Café|Café|Café
    Ground Coffee|Café moído|Café molido|Café moulu|3|12
    Coffee Beans|Café em grãos|Café en grano|Café en grains|6|28
  Tea|Chá|Té|Thé
    Black Tea|Chá preto|Té negro|Thé noir|2|9
    Herbal Tea|Chá de ervas|Infusiones|Tisanes|2|8
  Cold Drinks|Bebidas geladas|Bebidas frías|Boissons fraîches
    Juice|Suco|Zumos|Jus|1|6
    Sparkling Water|Água com gás|Agua con gas|Eau pétillante|1|4
Pantry|Mercearia|Despensa|Épicerie
  Sweets|Doces|Dulces|Douceurs
    Chocolate|Chocolate|Chocolate|Chocolat|1|14
    Biscuits|Biscoitos|Galletas|Biscuits|1|6
  Cooking|Culinária|Cocina|Cuisine
    Olive Oil|Azeite|Aceite de oliva|Huile d'olive|4|22
    Pasta|Massas|Pasta|Pâtes|1|5
  Breakfast|Café da manhã|Desayuno|Petit-déjeuner
    Cereal|Cereais|Cereales|Céréales|2|8
    Jam and Honey|Geleia e mel|Mermelada y miel|Confitures et miel|2|12
Fresh|Frescos|Frescos|Frais
  Dairy|Laticínios|Lácteos|Crèmerie
    Cheese|Queijo|Queso|Fromage|2|18
    Yogurt|Iogurte|Yogur|Yaourts|1|5
  Bakery|Padaria|Panadería|Boulangerie
    Bread|Pão|Pan|Pain|1|5
    Pastries|Doces de padaria|Bollería|Viennoiseries|1|7
  Produce|Hortifrúti|Fruta y verdura|Fruits et légumes
    Fruit|Frutas|Fruta|Fruits|1|8
    Vegetables|Legumes|Verdura|Légumes|1|7
Home|Casa|Hogar|Maison
  Kitchenware|Utensílios de cozinha|Menaje|Ustensiles
    Mugs and Cups|Canecas e xícaras|Tazas|Tasses|4|24
    Pans|Panelas|Sartenes|Poêles|14|89
  Decoration|Decoração|Decoración|Décoration
    Candles|Velas|Velas|Bougies|3|29
    Frames|Porta-retratos|Marcos|Cadres|5|39
  Textiles|Têxteis|Textil|Linge
    Towels|Toalhas|Toallas|Serviettes|6|35
    Bed Linen|Roupa de cama|Ropa de cama|Linge de lit|19|129
Beauty|Beleza|Belleza|Beauté
  Skin Care|Cuidados com a pele|Cuidado de la piel|Soins de la peau
    Face Cream|Creme facial|Crema facial|Crème visage|6|59
    Sun Care|Proteção solar|Protección solar|Soins solaires|7|32
  Hair Care|Cuidados com o cabelo|Cuidado del cabello|Soins des cheveux
    Shampoo|Xampu|Champú|Shampoing|3|16
    Hair Styling|Finalizadores|Peinado|Coiffage|4|22
  Fragrance|Perfumaria|Perfumería|Parfumerie
    Perfume|Perfume|Perfume|Parfum|18|120
    Home Fragrance|Aromatizadores|Ambientadores|Parfums d'intérieur|6|45
Family|Família|Familia|Famille
  Baby|Bebê|Bebé|Bébé
    Nappies|Fraldas|Pañales|Couches|7|34
    Baby Food|Papinhas|Comida de bebé|Petits pots|1|6
  Toys|Brinquedos|Juguetes|Jouets
    Board Games|Jogos de tabuleiro|Juegos de mesa|Jeux de société|9|59
    Plush Toys|Pelúcias|Peluches|Peluches|6|39
  Pets|Animais de estimação|Mascotas|Animaux
    Dog Food|Ração para cães|Comida para perros|Nourriture pour chiens|3|49
    Cat Food|Ração para gatos|Comida para gatos|Nourriture pour chats|2|39
Sport|Esporte|Deporte|Sport
  Fitness|Academia|Fitness|Fitness
    Yoga|Ioga|Yoga|Yoga|8|69
    Weights|Pesos|Pesas|Haltères|9|99
  Outdoor|Ar livre|Aire libre|Plein air
    Camping|Acampamento|Camping|Camping|12|189
    Cycling|Ciclismo|Ciclismo|Cyclisme|8|149
  Nutrition|Nutrição|Nutrición|Nutrition
    Protein|Proteínas|Proteínas|Protéines|9|55
    Energy Bars|Barras de energia|Barritas energéticas|Barres énergétiques|1|12
Garden|Jardim|Jardín|Jardin
  Plants|Plantas|Plantas|Plantes
    House Plants|Plantas de interior|Plantas de interior|Plantes d'intérieur|5|49
    Seeds|Sementes|Semillas|Graines|1|6
  Garden Tools|Ferramentas de jardim|Herramientas de jardín|Outils de jardin
    Hand Tools|Ferramentas manuais|Herramientas manuales|Outils à main|5|39
    Watering|Irrigação|Riego|Arrosage|6|59
  Garden Living|Área externa|Vida al aire libre|Vie au jardin
    Barbecue|Churrasco|Barbacoa|Barbecue|9|199
    Garden Furniture|Móveis de jardim|Muebles de jardín|Mobilier de jardin|29|299
`

export interface Leaf {
  readonly name: string
  readonly department: string
  readonly group: string
  readonly lowPrice: number
  readonly highPrice: number
}

interface Row {
  readonly depth: number
  readonly label: LocalText
  readonly name: string
  readonly prices: readonly number[]
}

function readRow(line: string): Row {
  const [en = '', pt = '', es = '', fr = '', low, high] = line.trim().split('|')
  return {
    depth: (line.length - line.trimStart().length) / 2,
    name: en,
    label: { en, 'pt-BR': pt, es, fr },
    prices: low === undefined ? [] : [Number(low), Number(high)],
  }
}

const ROWS: readonly Row[] = TABLE.split('\n')
  .filter((line) => line.trim() !== '')
  .map(readRow)

function nodesAt(depth: number, from: number): CategoryNode[] {
  const nodes: CategoryNode[] = []
  for (let i = from; i < ROWS.length; i++) {
    const row = ROWS[i]
    if (row === undefined || row.depth < depth) break
    if (row.depth > depth) continue
    nodes.push({ name: row.name, label: row.label, children: nodesAt(depth + 1, i + 1) })
  }
  return nodes
}

/** The tree as the catalogue holds it. */
export const CATEGORY_TREE: readonly CategoryNode[] = nodesAt(0, 0)

/** The tree's lowest level, in order. */
export const LEAVES: readonly Leaf[] = CATEGORY_TREE.flatMap((department) =>
  department.children.flatMap((group) =>
    group.children.map((leaf) => {
      const prices = ROWS.find((row) => row.depth === 2 && row.name === leaf.name)?.prices ?? []
      return {
        name: leaf.name,
        department: department.name,
        group: group.name,
        lowPrice: prices[0] ?? 1,
        highPrice: prices[1] ?? 10,
      }
    }),
  ),
)
