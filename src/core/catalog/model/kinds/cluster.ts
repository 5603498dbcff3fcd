/** Clusters: kinds of customers by what they do, if there are any. */
import { days, EVENT } from '../settings.ts'
import type { ModelSpec } from '../spec.ts'

/** `cluster`. */
export const CLUSTER: ModelSpec = {
  kind: 'cluster',
  key: 'clusters',
  refresh: 'monthly',
  label: ['Clusters', 'Agrupamentos', 'Grupos', 'Groupes'],
  about: [
    'Looks for kinds of customers in chosen measures, says whether there are any, and turns each into a plain definition.',
    'Procura tipos de clientes nas medidas escolhidas, diz se existem e transforma cada um numa definição simples.',
    'Busca tipos de clientes en las medidas elegidas, dice si los hay y convierte cada uno en una definición sencilla.',
    'Cherche des types de clients dans les mesures choisies, dit s’il y en a, et en fait des définitions simples.',
  ],
  settings: [
    EVENT,
    days(365),
    {
      name: 'measures',
      kind: 'expressions',
      label: [
        'numbers of a customer in the segment language, by name; recency, orders, spend, average order, discounts and breadth when absent',
        'números de um cliente na linguagem de segmentos, por nome; recência, pedidos, gasto, pedido médio, descontos e variedade quando ausente',
        'números de un cliente en el lenguaje de segmentos, por nombre; recencia, pedidos, gasto, pedido medio, descuentos y variedad si falta',
        'nombres d’un client dans le langage des segments, par nom ; récence, commandes, dépenses, panier moyen, remises et variété en leur absence',
      ],
      example: { orders: 'count(purchase, last 365 days)' },
    },
    {
      name: 'traits',
      kind: 'traits',
      label: [
        'with method mixed: categories that are known of customers',
        'com method mixed: categorias conhecidas dos clientes',
        'con method mixed: categorías conocidas de los clientes',
        'avec method mixed : catégories connues des clients',
      ],
      example: ['country'],
    },
    {
      name: 'customers',
      kind: 'condition',
      label: [
        'whom to look at; those who bought in these days when absent',
        'quem considerar; quem comprou nesses dias quando ausente',
        'a quién mirar; quienes compraron en esos días si falta',
        'qui regarder ; ceux qui ont acheté pendant ces jours en son absence',
      ],
      example: 'any(purchase, last 365 days)',
    },
    {
      name: 'method',
      kind: 'choice',
      choices: ['kmeans', 'mixture', 'mixed'],
      default: 'kmeans',
      label: [
        'kmeans: round groups; mixture: stretched clouds, each with its chance; mixed: numbers and categories around typical customers',
        'kmeans: grupos redondos; mixture: nuvens alongadas, cada uma com sua chance; mixed: números e categorias em torno de clientes típicos',
        'kmeans: grupos redondos; mixture: nubes alargadas, cada una con su probabilidad; mixed: números y categorías en torno a clientes típicos',
        'kmeans : groupes ronds ; mixture : nuages étirés, chacun avec sa probabilité ; mixed : nombres et catégories autour de clients types',
      ],
    },
    {
      name: 'k',
      kind: 'whole',
      default: 0,
      range: [0, 20],
      label: [
        'how many clusters; 0 lets the data say, which may be none',
        'quantos grupos; 0 deixa os dados dizerem, e pode não haver nenhum',
        'cuántos grupos; 0 deja que lo digan los datos, y puede no haber ninguno',
        'combien de groupes ; 0 laisse parler les données, qui peuvent n’en montrer aucun',
      ],
    },
    {
      name: 'most',
      kind: 'whole',
      default: 8,
      range: [2, 12],
      label: [
        'the most clusters that are looked for',
        'o máximo de grupos procurados',
        'el máximo de grupos que se buscan',
        'le plus grand nombre de groupes cherché',
      ],
    },
    {
      name: 'least_share',
      kind: 'number',
      default: 0.03,
      range: [0, 0.5],
      label: [
        'the smallest share of customers that a cluster may have to be of use',
        'a menor parcela de clientes que um grupo pode ter para ser útil',
        'la menor parte de clientes que puede tener un grupo para ser útil',
        'la plus petite part de clients qu’un groupe doit avoir pour servir',
      ],
    },
    {
      name: 'weights',
      kind: 'weights',
      label: [
        'how much a measure counts, by name; 1 when absent',
        'quanto uma medida pesa, por nome; 1 quando ausente',
        'cuánto cuenta una medida, por nombre; 1 si falta',
        'combien compte une mesure, par nom ; 1 en son absence',
      ],
      example: { orders: 1 },
    },
    {
      name: 'transforms',
      kind: 'picks',
      choices: ['z', 'log1p', 'winsor', 'none'],
      label: [
        'how a measure is made comparable, by name: z, log1p, winsor, none; by its shape when absent',
        'como uma medida é tornada comparável, por nome: z, log1p, winsor, none; pela sua forma quando ausente',
        'cómo se hace comparable una medida, por nombre: z, log1p, winsor, none; por su forma si falta',
        'comment une mesure est rendue comparable, par nom : z, log1p, winsor, none ; selon sa forme en son absence',
      ],
      example: { orders: 'log1p' },
    },
    {
      name: 'sample',
      kind: 'whole',
      default: 20_000,
      range: [200, 100_000],
      label: [
        'customers that clusters are found on; everybody is then assigned',
        'clientes nos quais os grupos são encontrados; depois todos são atribuídos',
        'clientes en los que se hallan los grupos; después se asigna a todos',
        'clients sur lesquels les groupes sont cherchés ; tous sont ensuite rattachés',
      ],
    },
  ],
  outputs: () => [
    {
      name: 'cluster',
      unit: 'class',
      label: ['number of the cluster', 'número do grupo', 'número del grupo', 'numéro du groupe'],
    },
    {
      name: 'distance',
      unit: 'number',
      label: [
        'distance from the middle of the own cluster',
        'distância do centro do próprio grupo',
        'distancia al centro del propio grupo',
        'distance au centre du groupe',
      ],
    },
    {
      name: 'closeness',
      unit: 'share',
      label: [
        'how clearly of this cluster and not of the next (0: between both, 1: wholly)',
        'quão claramente deste grupo e não do seguinte (0: entre os dois, 1: por inteiro)',
        'con qué claridad de este grupo y no del siguiente (0: entre ambos, 1: del todo)',
        'avec quelle netteté de ce groupe et non du suivant (0 : entre les deux, 1 : tout à fait)',
      ],
    },
  ],
}
