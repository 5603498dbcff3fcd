/** What category affinity says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'unknown'
  | 'missing'
  | 'fans'
  | 'next'
  | 'categories'
  | 'place'
  | 'category'
  | 'share'
  | 'buyers'
  | 'liking'
  | 'method'
  | 'methodProducts'
  | 'nextProduct'
  | 'products'
  | 'number'
  | 'product'
  | 'leadsTo'
  | 'chance'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nobody bought anything with a category: there is no affinity to tell.',
    'Ninguém comprou algo com categoria: não há afinidade a dizer.',
    'Nadie compró nada con categoría: no hay afinidad que decir.',
    'Personne n’a rien acheté avec une catégorie : pas d’affinité à dire.',
  ],
  unknown: [
    'Nothing of the named categories was bought: check how they are written. No scores were written.',
    'Nada das categorias indicadas foi comprado: verifique como estão escritas. Nenhuma pontuação foi gravada.',
    'No se compró nada de las categorías indicadas: revise cómo están escritas. No se escribieron puntuaciones.',
    'Rien des catégories nommées n’a été acheté : vérifiez leur écriture. Aucun score n’a été écrit.',
  ],
  missing: [
    'Nobody buys {category}: it has no score.',
    'Ninguém compra {category}: não tem pontuação.',
    'Nadie compra {category}: no tiene puntuación.',
    'Personne n’achète {category} : pas de score.',
  ],
  fans: [
    '{n} customers buy {times} times as much of {category} as the base, or more.',
    '{n} clientes compram {times} vezes mais de {category} que a base, ou mais.',
    '{n} clientes compran {times} veces más de {category} que la base, o más.',
    '{n} clients achètent {times} fois plus de {category} que la base, ou davantage.',
  ],
  next: [
    'Of those who buy {owned}, {chance} also buy {category} ({lift} times the base): whoever does not yet may be asked.',
    'De quem compra {owned}, {chance} também compram {category} ({lift} vezes a base): a quem ainda não compra, pode-se oferecer.',
    'De quienes compran {owned}, el {chance} compra también {category} ({lift} veces la base): a quien aún no, se le puede ofrecer.',
    'Parmi ceux qui achètent {owned}, {chance} achètent aussi {category} ({lift} fois la base) : aux autres on peut proposer.',
  ],
  categories: ['Categories', 'Categorias', 'Categorías', 'Catégories'],
  place: ['Place', 'Lugar', 'Lugar', 'Place'],
  category: ['Category', 'Categoria', 'Categoría', 'Catégorie'],
  share: ['Share of units', 'Parcela das unidades', 'Parte de las unidades', 'Part des unités'],
  buyers: [
    'Share of buyers',
    'Parcela dos compradores',
    'Parte de los compradores',
    'Part des acheteurs',
  ],
  liking: [
    'Customers above {times} times',
    'Clientes acima de {times} vezes',
    'Clientes por encima de {times} veces',
    'Clients au-dessus de {times} fois',
  ],
  method: [
    'Own share of units over the base’s, with {strength} units of the base mixed in (DuMouchel 1999 with one component): one unit of a rare category makes no devotee. The next category is the one that most of those who own one of yours also have, shrunk to the base (Deshpande, Karypis 2004).',
    'Parcela própria das unidades sobre a da base, com {strength} unidades da base misturadas (DuMouchel 1999 com um componente): uma unidade de categoria rara não faz um devoto. A próxima categoria é a que mais têm aqueles que possuem uma das suas, encolhida à base (Deshpande, Karypis 2004).',
    'Parte propia de las unidades sobre la de la base, con {strength} unidades de la base mezcladas (DuMouchel 1999 con un componente): una unidad de una categoría rara no hace a un devoto. La próxima categoría es la que más tienen quienes poseen una de las suyas, encogida a la base (Deshpande, Karypis 2004).',
    'Part propre des unités sur celle de la base, mêlée de {strength} unités de la base (DuMouchel 1999 à une composante) : une unité d’une catégorie rare ne fait pas un fervent. La prochaine catégorie est celle qu’ont le plus ceux qui en possèdent une des siennes, ramenée vers la base (Deshpande, Karypis 2004).',
  ],
  methodProducts: [
    'The next product is found in the same way over the {n} products that most customers bought in these days, each by the number of customers who have both; whoever has all of them gets none. A product keeps its number from run to run.',
    'O próximo produto é achado do mesmo modo entre os {n} produtos que mais clientes compraram nesses dias, cada um pelo número de clientes que têm ambos; quem tem todos não recebe nenhum. Um produto mantém seu número de uma vez para outra.',
    'El próximo producto se halla del mismo modo entre los {n} productos que más clientes compraron en esos días, cada uno por el número de clientes que tienen ambos; quien los tiene todos no recibe ninguno. Un producto conserva su número de una vez a otra.',
    'Le prochain produit est trouvé de la même façon parmi les {n} produits que le plus de clients ont achetés ces jours-là, chacun par le nombre de clients qui ont les deux ; qui les a tous n’en reçoit aucun. Un produit garde son numéro d’un calcul à l’autre.',
  ],
  nextProduct: [
    'Of those who bought “{owned}”, {chance} also bought “{product}” ({lift} times the base): whoever has not yet may be asked.',
    'De quem comprou “{owned}”, {chance} também compraram “{product}” ({lift} vezes a base): a quem ainda não, pode-se oferecer.',
    'De quienes compraron «{owned}», el {chance} compró también «{product}» ({lift} veces la base): a quien aún no, se le puede ofrecer.',
    'Parmi ceux qui ont acheté « {owned} », {chance} ont aussi acheté « {product} » ({lift} fois la base) : aux autres on peut proposer.',
  ],
  products: [
    'Products and what goes with them',
    'Produtos e o que vai com eles',
    'Productos y lo que va con ellos',
    'Produits et ce qui va avec',
  ],
  number: ['Number', 'Número', 'Número', 'Numéro'],
  product: ['Product', 'Produto', 'Producto', 'Produit'],
  leadsTo: [
    'Likeliest beside it',
    'Mais provável ao lado',
    'Más probable al lado',
    'Le plus probable à côté',
  ],
  chance: ['Also have it', 'Também o têm', 'También lo tienen', 'L’ont aussi'],
}
