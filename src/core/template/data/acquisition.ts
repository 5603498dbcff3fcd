/** Templates: where customers come from, and who is about to become one. */
import type { Template } from '../template.ts'

export const ACQUISITION: readonly Template[] = [
  {
    key: 'new-from-source',
    group: 'acquisition',
    definition: '{source} = {origin} and first({purchase}) within last {recent}',
    parameters: [
      { name: 'origin', kind: 'text', from: 'sources' },
      { name: 'recent', kind: 'days', from: 180 },
    ],
    words: {
      en: [
        'New from one source',
        'Customers of one origin, counted in the same stretch of time: how many come, before asking what they cost.',
        'Compare with the other sources; fit the welcome to what the source promised.',
      ],
      'pt-BR': [
        'Novos de uma origem',
        'Clientes de uma mesma origem no mesmo período: quantos chegam, antes de perguntar quanto custam.',
        'Compare com as outras origens; ajuste as boas-vindas ao que a origem prometeu.',
      ],
      es: [
        'Nuevos de un origen',
        'Clientes de un mismo origen en el mismo periodo: cuántos llegan, antes de preguntar qué cuestan.',
        'Compare con los demás orígenes; adapte la bienvenida a lo que el origen prometió.',
      ],
      fr: [
        "Nouveaux d'une même origine",
        "Clients d'une même origine sur la même période : combien viennent, avant de demander ce qu'ils coûtent.",
        "Comparez aux autres origines ; accordez l'accueil à ce qui a été promis.",
      ],
    },
  },
  {
    key: 'source-without-return',
    group: 'acquisition',
    definition:
      '{source} = {origin} and count({purchase}) = 1 and days since first({purchase}) > {quiet#}',
    parameters: [
      { name: 'origin', kind: 'text', from: 'sources' },
      { name: 'quiet', kind: 'days', from: 'secondP80' },
    ],
    words: {
      en: [
        'Came from a source and left',
        'One purchase and no return in the time most take: a source that brings many of these is dearer than it looks.',
        'Weigh the budget of the source by those who return; test another first offer there.',
      ],
      'pt-BR': [
        'Vieram de uma origem e saíram',
        'Uma compra e nenhum retorno no tempo usual: uma origem que traz muitos assim é mais cara do que parece.',
        'Pese a verba da origem por quem volta; teste outra primeira oferta ali.',
      ],
      es: [
        'Vinieron de un origen y se fueron',
        'Una compra y ningún retorno en el plazo habitual: un origen que trae muchos así sale más caro de lo que parece.',
        'Pese el presupuesto del origen por los que vuelven; pruebe otra primera oferta.',
      ],
      fr: [
        "Venus d'une origine, repartis",
        "Un achat, pas de retour dans le délai habituel : une origine qui en amène beaucoup coûte plus qu'il n'y paraît.",
        "Jugez le budget de l'origine à ceux qui reviennent ; testez une autre première offre.",
      ],
    },
  },
  {
    key: 'best-of-country',
    group: 'acquisition',
    definition: '{country} = {nation} and rank(sum({amount}, last 365 days)) in quartile 4',
    parameters: [{ name: 'nation', kind: 'text', from: 'countries' }],
    words: {
      en: [
        'Best customers of a country',
        'The top quarter of the whole base that lives in one country: whom new customers there should resemble.',
        'Build look-alike audiences and local offers from them; mind local holidays.',
      ],
      'pt-BR': [
        'Melhores clientes de um país',
        'O melhor quarto de toda a base que vive em um país: com quem os novos clientes de lá deveriam se parecer.',
        'Crie públicos semelhantes e ofertas locais; atenção aos feriados locais.',
      ],
      es: [
        'Mejores clientes de un país',
        'El mejor cuarto de toda la base que vive en un país: a quién deberían parecerse los nuevos de allí.',
        'Cree públicos similares y ofertas locales; atención a los festivos locales.',
      ],
      fr: [
        "Meilleurs clients d'un pays",
        'Le meilleur quart de toute la base vivant dans un pays : le modèle des nouveaux clients de là-bas.',
        'Bâtissez audiences similaires et offres locales ; attention aux jours fériés locaux.',
      ],
    },
  },
  {
    key: 'browse-not-buy',
    group: 'acquisition',
    definition: 'count({web}, last {recent}) >= {times} and not any({purchase}, last {recent})',
    parameters: [
      { name: 'recent', kind: 'days', from: 30 },
      { name: 'times', kind: 'count', from: 2 },
    ],
    words: {
      en: [
        'Look, but do not buy',
        'Several visits and no purchase: they are comparing, waiting or lost.',
        'Help with the decision: comparison, stock, a chat; then one reminder.',
      ],
      'pt-BR': [
        'Olham, mas não compram',
        'Várias visitas e nenhuma compra: estão comparando, esperando ou perdidos.',
        'Ajude na decisão: comparação, estoque, conversa; depois um lembrete.',
      ],
      es: [
        'Miran, pero no compran',
        'Varias visitas y ninguna compra: comparan, esperan o se han perdido.',
        'Ayude a decidir: comparación, existencias, chat; después un recordatorio.',
      ],
      fr: [
        "Regardent, n'achètent pas",
        'Plusieurs visites, aucun achat : ils comparent, attendent ou sont perdus.',
        'Aidez à décider : comparaison, stock, discussion ; puis un rappel.',
      ],
    },
  },
]
