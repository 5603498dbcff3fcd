/** Templates: what customers like to buy, and where. */
import type { Template } from '../template.ts'

export const PREFERENCE: readonly Template[] = [
  {
    key: 'category-fans',
    group: 'preference',
    definition:
      'share({categoryRows} where {categoryIs} {category}, last 365 days) >= {share} and count({categoryRows} where {categoryIs} {category}, last 365 days) >= {times}',
    parameters: [
      { name: 'category', kind: 'text', from: 'categories' },
      { name: 'share', kind: 'share', from: 0.2 },
      { name: 'times', kind: 'count', from: 3 },
    ],
    words: {
      en: [
        'Fans of a category',
        'A share of what they buy, not a number: it finds the small customer with a clear taste as well as the large one.',
        'News, tastings and first access in this category; leave out the rest.',
      ],
      'pt-BR': [
        'Fãs de uma categoria',
        'Uma proporção do que compram, não um número: encontra tanto o cliente pequeno de gosto claro quanto o grande.',
        'Novidades, degustações e acesso antecipado nesta categoria; deixe o resto de fora.',
      ],
      es: [
        'Aficionados a una categoría',
        'Una proporción de lo que compran, no un número: encuentra tanto al cliente pequeño de gusto claro como al grande.',
        'Novedades, degustaciones y acceso anticipado en esta categoría; deje fuera el resto.',
      ],
      fr: [
        "Adeptes d'une catégorie",
        'Une part de leurs achats, pas un nombre : on trouve aussi bien le petit client au goût net que le gros.',
        'Nouveautés, dégustations et avant-premières de cette catégorie ; laissez le reste de côté.',
      ],
    },
  },
  {
    key: 'category-untried',
    group: 'preference',
    definition:
      'any({purchase}, last {recent}) and not any({categoryRows} where {categoryIs} {category})',
    parameters: [
      { name: 'recent', kind: 'days', from: 'gapP90' },
      { name: 'category', kind: 'text', from: 'categories' },
    ],
    words: {
      en: [
        'Never tried a category',
        'Active customers who have never bought what most others do: they may get it elsewhere.',
        'One trial offer; if they do not take it, ask why instead of repeating it.',
      ],
      'pt-BR': [
        'Nunca provaram uma categoria',
        'Clientes ativos que nunca compraram o que a maioria compra: talvez comprem em outro lugar.',
        'Uma oferta de experimentação; se não aceitarem, pergunte em vez de repetir.',
      ],
      es: [
        'Nunca probaron una categoría',
        'Clientes activos que nunca compraron lo que compra la mayoría: quizá lo compran en otro sitio.',
        'Una oferta de prueba; si no la toman, pregunte en lugar de repetirla.',
      ],
      fr: [
        "N'ont jamais essayé une catégorie",
        "Clients actifs qui n'ont jamais acheté ce que la plupart achètent : ils le prennent peut-être ailleurs.",
        "Une offre d'essai ; s'ils ne la prennent pas, demandez pourquoi au lieu de la répéter.",
      ],
    },
  },
  {
    key: 'category-discovered',
    group: 'preference',
    definition:
      'any({categoryRows} where {categoryIs} {category}, last {recent}) and not any({categoryRows} where {categoryIs} {category}, between 365 and {recent#} days ago) and any({purchase}, between 365 and {recent#} days ago)',
    parameters: [
      { name: 'category', kind: 'text', from: 'categories' },
      { name: 'recent', kind: 'days', from: 60 },
    ],
    words: {
      en: [
        'Discovered a category',
        'Known customers who bought from this category for the first time in a year: a new baby, a new hobby or a good recommendation.',
        'Guide them: the next step in the category, how others began, advice.',
      ],
      'pt-BR': [
        'Descobriram uma categoria',
        'Clientes conhecidos que compraram desta categoria pela primeira vez em um ano: um bebê, um hobby ou uma boa indicação.',
        'Oriente: o próximo passo na categoria, como outros começaram, dicas.',
      ],
      es: [
        'Descubrieron una categoría',
        'Clientes conocidos que compraron de esta categoría por primera vez en un año: un bebé, una afición o una buena recomendación.',
        'Guíelos: el siguiente paso en la categoría, cómo empezaron otros, consejos.',
      ],
      fr: [
        'Ont découvert une catégorie',
        'Clients connus qui achètent cette catégorie pour la première fois en un an : un bébé, un loisir, un bon conseil.',
        "Guidez-les : l'étape suivante, comment d'autres ont commencé, des conseils.",
      ],
    },
  },
  {
    key: 'brand-loyal',
    group: 'preference',
    definition:
      'share({brandRows} where {brandIs} {brand}, last 365 days) >= {share} and count({brandRows} where {brandIs} {brand}, last 365 days) >= {times}',
    parameters: [
      { name: 'brand', kind: 'text', from: 'brands' },
      { name: 'share', kind: 'share', from: 0.3 },
      { name: 'times', kind: 'count', from: 3 },
    ],
    words: {
      en: [
        'Loyal to a brand',
        'A large part of what they buy carries one name: they follow the brand, and would follow it elsewhere.',
        'News of that brand first; let the supplier pay for the offer.',
      ],
      'pt-BR': [
        'Fiéis a uma marca',
        'Boa parte do que compram tem um só nome: seguem a marca, e a seguiriam para outro lugar.',
        'Novidades da marca primeiro; deixe o fornecedor pagar a oferta.',
      ],
      es: [
        'Fieles a una marca',
        'Buena parte de lo que compran lleva un nombre: siguen a la marca, y la seguirían a otra tienda.',
        'Novedades de esa marca primero; que el proveedor pague la oferta.',
      ],
      fr: [
        'Fidèles à une marque',
        'Une grande part de leurs achats porte un seul nom : ils suivent la marque, et la suivraient ailleurs.',
        "Les nouveautés de la marque d'abord ; laissez le fournisseur financer l'offre.",
      ],
    },
  },
  {
    key: 'wide-range',
    group: 'preference',
    definition: 'count distinct({range}, last 365 days) >= {kinds}',
    parameters: [{ name: 'kinds', kind: 'count', from: 'kindsP80', least: 2 }],
    words: {
      en: [
        'Buy across the range',
        'They use more of the range than four in five buyers: the more someone uses, the less one missing thing sends them away.',
        'New things first; ask them what is missing.',
      ],
      'pt-BR': [
        'Compram de tudo',
        'Usam mais do sortimento que quatro em cada cinco compradores: quanto mais se usa, menos uma falta afasta.',
        'Novidades primeiro; pergunte o que falta.',
      ],
      es: [
        'Compran de todo',
        'Usan más del surtido que cuatro de cada cinco compradores: cuanto más se usa, menos aleja una falta.',
        'Las novedades primero; pregúnteles qué falta.',
      ],
      fr: [
        'Achètent dans tous les rayons',
        "Ils utilisent plus de l'assortiment que quatre acheteurs sur cinq : plus on en utilise, moins un manque fait partir.",
        "Les nouveautés d'abord ; demandez-leur ce qui manque.",
      ],
    },
  },
  {
    key: 'same-again',
    group: 'preference',
    definition:
      'count({purchase}, last 365 days) >= {orders} and count({productRows}, last 365 days) >= {factor} * count distinct({products}, last 365 days)',
    parameters: [
      { name: 'orders', kind: 'count', from: 3 },
      { name: 'factor', kind: 'number', from: 1.5 },
    ],
    words: {
      en: [
        'The same again',
        'They buy the same products over and over: staples, for which running out is worse than the price.',
        'Reorder in one tap, restock reminders, subscription; never run out of their product.',
      ],
      'pt-BR': [
        'O mesmo de sempre',
        'Compram os mesmos produtos repetidas vezes: itens básicos, em que faltar é pior que o preço.',
        'Recompra em um toque, lembrete de reposição, assinatura; nunca deixe faltar.',
      ],
      es: [
        'Lo mismo de siempre',
        'Compran los mismos productos una y otra vez: básicos, en los que quedarse sin ellos es peor que el precio.',
        'Repetir pedido con un toque, avisos de reposición, suscripción; que nunca falte.',
      ],
      fr: [
        'Toujours la même chose',
        'Ils rachètent les mêmes produits : des basiques, pour lesquels la rupture est pire que le prix.',
        'Commande en un geste, rappel de réassort, abonnement ; jamais de rupture.',
      ],
    },
  },
  {
    key: 'bulk-buyers',
    group: 'preference',
    definition:
      'count({purchase}, last 365 days) >= 2 and sum({quantity}, last 365 days) / count({purchase}, last 365 days) >= {units}',
    parameters: [{ name: 'units', kind: 'count', from: 'unitsP80', least: 2 }],
    words: {
      en: [
        'Buy in bulk',
        'Many units per purchase: large families, offices or resellers, who look at the price per unit and at delivery.',
        'Case prices, delivery dates, an invoice address; ask whether it is for a business.',
      ],
      'pt-BR': [
        'Compram em quantidade',
        'Muitas unidades por compra: famílias grandes, escritórios ou revendedores, que olham preço unitário e entrega.',
        'Preço por caixa, data de entrega, nota fiscal; pergunte se é para empresa.',
      ],
      es: [
        'Compran al por mayor',
        'Muchas unidades por compra: familias grandes, oficinas o revendedores, que miran precio unitario y entrega.',
        'Precio por caja, fecha de entrega, factura; pregunte si es para una empresa.',
      ],
      fr: [
        'Achètent en quantité',
        "Beaucoup d'unités par achat : grandes familles, bureaux ou revendeurs, attentifs au prix unitaire et à la livraison.",
        "Prix au carton, dates de livraison, facture ; demandez si c'est pour une entreprise.",
      ],
    },
  },
  {
    key: 'one-channel',
    group: 'preference',
    definition:
      'count({purchase}, last 365 days) >= {orders} and share({purchase} where {channelIs} {channel}, last 365 days) >= {share}',
    parameters: [
      { name: 'orders', kind: 'count', from: 3 },
      { name: 'channel', kind: 'text', from: 'channels' },
      { name: 'share', kind: 'share', from: 0.9 },
    ],
    words: {
      en: [
        'True to one channel',
        'Nearly all they buy, they buy there: a message elsewhere reaches them at the wrong place.',
        'Talk to them where they buy; do not push them to another channel without a reason of theirs.',
      ],
      'pt-BR': [
        'Fiéis a um canal',
        'Quase tudo o que compram, compram ali: uma mensagem em outro lugar chega fora de hora.',
        'Fale com eles onde compram; não os empurre a outro canal sem um motivo deles.',
      ],
      es: [
        'Fieles a un canal',
        'Casi todo lo compran ahí: un mensaje en otro sitio les llega fuera de lugar.',
        'Hábleles donde compran; no los empuje a otro canal sin una razón suya.',
      ],
      fr: [
        'Fidèles à un canal',
        'Presque tout, ils l’achètent là : un message ailleurs arrive au mauvais endroit.',
        'Parlez-leur là où ils achètent ; ne les poussez pas vers un autre canal sans raison pour eux.',
      ],
    },
  },
  {
    key: 'several-channels',
    group: 'preference',
    definition: 'count distinct({channels}, last 365 days) >= {kinds}',
    parameters: [{ name: 'kinds', kind: 'count', from: 2 }],
    words: {
      en: [
        'Use several channels',
        'They move between store and web: what annoys them is a shop that does not remember across.',
        'Make basket, points and returns work everywhere; reserve online, collect in store.',
      ],
      'pt-BR': [
        'Usam vários canais',
        'Circulam entre loja e site: o que os irrita é uma loja que não se lembra deles.',
        'Cesta, pontos e devoluções em todo lugar; reserve no site, retire na loja.',
      ],
      es: [
        'Usan varios canales',
        'Se mueven entre tienda y web: les molesta una tienda que no los recuerda.',
        'Cesta, puntos y devoluciones en todas partes; reservar en la web, recoger en tienda.',
      ],
      fr: [
        'Utilisent plusieurs canaux',
        "Ils passent du magasin au site : ce qui agace, c'est une enseigne qui ne se souvient pas.",
        'Panier, points et retours partout ; réserver en ligne, retirer en magasin.',
      ],
    },
  },
]
