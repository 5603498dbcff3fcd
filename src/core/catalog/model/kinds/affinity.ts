/** Category affinity: what somebody buys more of than others do, and which category and product are likely to come next. */
import { days, EVENT } from '../settings.ts'
import { outputName, textsIn, type ModelOutput, type ModelSpec } from '../spec.ts'

/** `affinity`. */
export const AFFINITY: ModelSpec = {
  kind: 'affinity',
  key: 'affinity',
  refresh: 'weekly',
  label: [
    'Category affinity',
    'Afinidade por categoria',
    'Afinidad por categoría',
    'Affinité par catégorie',
  ],
  about: [
    'How much more of each category somebody buys than the base (1: alike), and which category and which product are likely to be the next new one.',
    'Quanto mais de cada categoria alguém compra do que a base (1: igual), e quais são a categoria e o produto novos mais prováveis.',
    'Cuánto más de cada categoría compra alguien que la base (1: igual), y qué categoría y qué producto nuevos son los más probables.',
    'Combien quelqu’un achète de chaque catégorie de plus que la base (1 : autant), et quels sont la catégorie et le produit nouveaux les plus probables.',
  ],
  settings: [
    EVENT,
    {
      name: 'category',
      kind: 'property',
      label: [
        'property that holds the category; found by type and name when absent',
        'propriedade com a categoria; encontrada por tipo e nome quando ausente',
        'propiedad con la categoría; se halla por tipo y nombre si falta',
        'propriété qui porte la catégorie ; trouvée par type et nom en son absence',
      ],
    },
    {
      name: 'categories',
      kind: 'texts',
      required: true,
      label: [
        'categories that get a score (at most 30); one of a tree takes in those below it',
        'categorias que recebem pontuação (no máximo 30); uma da árvore inclui as que estão abaixo',
        'categorías que reciben puntuación (como mucho 30); una del árbol incluye las de debajo',
        'catégories qui reçoivent un score (30 au plus) ; celle d’un arbre comprend celles du dessous',
      ],
    },
    {
      name: 'product',
      kind: 'property',
      label: [
        'property that holds the product; found by its name when absent',
        'propriedade com o produto; encontrada pelo nome quando ausente',
        'propiedad con el producto; se halla por su nombre si falta',
        'propriété qui porte le produit ; trouvée par son nom en son absence',
      ],
    },
    {
      name: 'products',
      kind: 'whole',
      default: 50,
      range: [0, 200],
      label: [
        'how many products are looked at for the next one: those that most customers bought; 0: none',
        'quantos produtos são considerados para o próximo: os que mais clientes compraram; 0: nenhum',
        'cuántos productos se consideran para el próximo: los que más clientes compraron; 0: ninguno',
        'combien de produits sont considérés pour le prochain : ceux que le plus de clients ont achetés ; 0 : aucun',
      ],
    },
    days(730),
    {
      name: 'strength',
      kind: 'number',
      default: 10,
      range: [0, 10_000],
      label: [
        'units of own purchases that count as much as the base',
        'unidades próprias que contam tanto quanto a base',
        'unidades propias que cuentan tanto como la base',
        'unités achetées qui comptent autant que la base',
      ],
    },
  ],
  outputs: (settings) => [
    ...textsIn(settings, 'categories').map((category): ModelOutput => ({
      name: outputName(category),
      unit: 'number',
      label: [category, category, category, category],
    })),
    {
      name: 'next_category',
      unit: 'class',
      label: [
        'likely next new category, by its place in the list',
        'próxima categoria nova provável, pelo seu lugar na lista',
        'próxima categoría nueva probable, por su lugar en la lista',
        'prochaine catégorie nouvelle probable, par sa place dans la liste',
      ],
    },
    {
      name: 'next_chance',
      unit: 'share',
      label: [
        'share of alike customers who buy that category',
        'parcela de clientes semelhantes que compram essa categoria',
        'parte de clientes parecidos que compran esa categoría',
        'part des clients semblables qui achètent cette catégorie',
      ],
    },
    {
      name: 'next_product',
      unit: 'class',
      label: [
        'likely next new product, by its number in the table',
        'próximo produto novo provável, pelo seu número na tabela',
        'próximo producto nuevo probable, por su número en la tabla',
        'prochain produit nouveau probable, par son numéro dans le tableau',
      ],
    },
    {
      name: 'next_product_chance',
      unit: 'share',
      label: [
        'share of alike customers who buy that product',
        'parcela de clientes semelhantes que compram esse produto',
        'parte de clientes parecidos que compran ese producto',
        'part des clients semblables qui achètent ce produit',
      ],
    },
  ],
}
