/** Templates: who reads, who clicks, who may be written to. */
import type { Template } from '../template.ts'

export const EMAIL: readonly Template[] = [
  {
    key: 'keen-readers',
    group: 'email',
    definition:
      'count({emailSent}, last 180 days) >= {times} and count({emailOpened}, last 180 days) / count({emailSent}, last 180 days) >= {rate}',
    parameters: [
      { name: 'times', kind: 'count', from: 3 },
      { name: 'rate', kind: 'share', from: 'openP80' },
    ],
    words: {
      en: [
        'Keen readers',
        'They open more of what they get than four in five. Some mail programmes open by themselves, so trust clicks more.',
        'Longer content, first news, questions; they forgive one mail too many.',
      ],
      'pt-BR': [
        'Leitores assíduos',
        'Abrem mais do que recebem que quatro em cada cinco. Alguns programas abrem sozinhos: confie mais nos cliques.',
        'Conteúdo mais longo, notícias em primeira mão, perguntas; perdoam um e-mail a mais.',
      ],
      es: [
        'Lectores asiduos',
        'Abren más de lo que reciben que cuatro de cada cinco. Algunos programas abren solos: fíese más de los clics.',
        'Contenido más largo, primicias, preguntas; perdonan un correo de más.',
      ],
      fr: [
        'Lecteurs assidus',
        'Ils ouvrent plus que quatre sur cinq. Certaines messageries ouvrent toutes seules : fiez-vous plutôt aux clics.',
        'Contenus plus longs, primeurs, questions ; ils pardonnent un e-mail de trop.',
      ],
    },
  },
  {
    key: 'silent-readers',
    group: 'email',
    definition:
      'count({emailSent}, last {recent}) >= {times} and not any({emailOpened}, last {recent})',
    parameters: [
      { name: 'recent', kind: 'days', from: 90 },
      { name: 'times', kind: 'count', from: 3 },
    ],
    words: {
      en: [
        'Do not open any more',
        'Several mails, none opened: each further one teaches mail providers that you are not wanted.',
        'Write less, ask once whether to go on, then stop; use another channel.',
      ],
      'pt-BR': [
        'Não abrem mais',
        'Vários e-mails, nenhum aberto: cada novo envio ensina aos provedores que você não é desejado.',
        'Escreva menos, pergunte uma vez se continua, depois pare; use outro canal.',
      ],
      es: [
        'Ya no abren',
        'Varios correos, ninguno abierto: cada uno más enseña a los proveedores que no es bienvenido.',
        'Escriba menos, pregunte una vez si seguir y luego pare; use otro canal.',
      ],
      fr: [
        "N'ouvrent plus",
        "Plusieurs e-mails, aucun ouvert : chaque envoi de plus apprend aux messageries qu'on ne veut pas de vous.",
        "Écrivez moins, demandez une fois s'il faut continuer, puis arrêtez ; changez de canal.",
      ],
    },
  },
  {
    key: 'clicked-not-bought',
    group: 'email',
    definition: 'sequence({emailClicked}, then not {purchase} within {gap}, last {recent})',
    parameters: [
      { name: 'gap', kind: 'days', from: 7 },
      { name: 'recent', kind: 'days', from: 60 },
    ],
    words: {
      en: [
        'Clicked, did not buy',
        'Interested enough to click, and no purchase followed: something stood in the way.',
        'Help instead of push: availability, sizes, questions answered. Look where they left.',
      ],
      'pt-BR': [
        'Clicaram e não compraram',
        'Interesse bastante para clicar, e nenhuma compra depois: algo ficou no caminho.',
        'Ajude em vez de insistir: disponibilidade, tamanhos, dúvidas. Veja onde saíram.',
      ],
      es: [
        'Hicieron clic y no compraron',
        'Interés suficiente para un clic y ninguna compra después: algo se interpuso.',
        'Ayude en vez de insistir: disponibilidad, tallas, dudas. Mire dónde se fueron.',
      ],
      fr: [
        'Ont cliqué sans acheter',
        'Assez intéressés pour cliquer, puis aucun achat : quelque chose a fait obstacle.',
        "Aidez au lieu d'insister : disponibilité, tailles, réponses. Regardez où ils sont partis.",
      ],
    },
  },
  {
    key: 'readers-not-buyers',
    group: 'email',
    definition:
      'count({emailOpened}, last {recent}) >= {times} and not any({purchase}, last {recent})',
    parameters: [
      { name: 'recent', kind: 'days', from: 'gapP90', least: 60 },
      { name: 'times', kind: 'count', from: 3 },
    ],
    words: {
      en: [
        'Read, but do not buy',
        'They follow what you write and have not bought for longer than is usual: attention is there, the right offer is not.',
        'Ask what they look for; try another category or price.',
      ],
      'pt-BR': [
        'Leem, mas não compram',
        'Acompanham o que você escreve e não compram há mais tempo que o usual: há atenção, falta a oferta certa.',
        'Pergunte o que procuram; tente outra categoria ou preço.',
      ],
      es: [
        'Leen, pero no compran',
        'Siguen lo que escribe y no compran desde hace más de lo normal: hay atención, falta la oferta adecuada.',
        'Pregunte qué buscan; pruebe otra categoría o precio.',
      ],
      fr: [
        "Lisent, mais n'achètent pas",
        "Ils vous lisent sans acheter depuis plus longtemps que d'usage : l'attention est là, pas la bonne offre.",
        "Demandez ce qu'ils cherchent ; essayez une autre catégorie ou un autre prix.",
      ],
    },
  },
  {
    key: 'reachable-at-risk',
    group: 'email',
    definition:
      'any({purchase}) and not any({purchase}, last {quiet}) and {consent} and any({emailOpened}, last {recent})',
    parameters: [
      { name: 'quiet', kind: 'days', from: 'gapP90' },
      { name: 'recent', kind: 'days', from: 180 },
    ],
    words: {
      en: [
        'Quiet, yet reachable by e-mail',
        'No purchase for long, but consent is given and mail is read: the part of the lost that a mail can still reach.',
        'A win-back series of two or three mails, then an end. Keep a group without to measure it.',
      ],
      'pt-BR': [
        'Calados, mas alcançáveis por e-mail',
        'Sem comprar há muito, mas aceitam e leem e-mails: a parte dos perdidos que um e-mail ainda alcança.',
        'Uma série de reconquista de dois ou três e-mails, e fim. Mantenha um grupo sem ela para medir.',
      ],
      es: [
        'Callados, pero localizables por correo',
        'Sin comprar desde hace mucho, pero aceptan y leen correos: la parte de los perdidos a la que aún se llega.',
        'Una serie de dos o tres correos para recuperarlos y fin. Deje un grupo sin ella para medir.',
      ],
      fr: [
        'Silencieux, mais joignables par e-mail',
        "Plus d'achat depuis longtemps, mais ils consentent et lisent : la part des perdus qu'un e-mail touche encore.",
        'Une série de deux ou trois e-mails, puis fin. Gardez un groupe témoin pour mesurer.',
      ],
    },
  },
  {
    key: 'buyers-without-consent',
    group: 'email',
    definition: 'any({purchase}, last {recent}) and not {consent}',
    parameters: [{ name: 'recent', kind: 'days', from: 'gapP90' }],
    words: {
      en: [
        'Buy, but may not be written to',
        'Active customers without consent to e-mail: no message may go to them, and none is needed to sell.',
        'Ask at the till or on the receipt, say what they would get; accept a no.',
      ],
      'pt-BR': [
        'Compram, mas sem consentimento',
        'Clientes ativos que não aceitam e-mail: nenhuma mensagem pode ir, e eles compram sem ela.',
        'Pergunte no caixa ou no recibo, diga o que receberiam; aceite um não.',
      ],
      es: [
        'Compran, pero sin consentimiento',
        'Clientes activos que no aceptan correos: no se les puede escribir, y compran igualmente.',
        'Pregunte en caja o en el recibo, diga qué recibirían; acepte un no.',
      ],
      fr: [
        'Achètent, sans consentement',
        "Clients actifs n'ayant pas accepté l'e-mail : aucun message ne doit partir, et ils achètent sans.",
        "Demandez en caisse ou sur le ticket, dites ce qu'ils recevraient ; acceptez un non.",
      ],
    },
  },
]
