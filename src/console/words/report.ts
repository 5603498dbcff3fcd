/** Words about reports, their charts and tables. */
import type { Chapter } from './chapter.ts'

/** Keys of this chapter. */
export type ReportWord =
  | 'navUnderstand'
  | 'understandTitle'
  | 'understandIntro'
  | 'reportLacks'
  | 'reportLacksTitle'
  | 'reportLacksBody'
  | 'reportsNone'
  | 'reportGone'
  | 'reportParameters'
  | 'reportShow'
  | 'reportDefaults'
  | 'reportDefault'
  | 'reportEverybody'
  | 'reportByData'
  | 'reportRequired'
  | 'reportChoose'
  | 'choicesChosen'
  | 'searchOptions'
  | 'nothingFound'
  | 'reportWorking'
  | 'reportFindings'
  | 'reportMethod'
  | 'reportSilent'
  | 'reportNotEvaluated'
  | 'reportLook'
  | 'reportSegment'
  | 'toneGood'
  | 'toneNeutral'
  | 'toneBad'
  | 'toneCaution'
  | 'chartPartial'
  | 'chartReference'
  | 'chartEmpty'
  | 'chartKeys'
  | 'tableRange'
  | 'tabProfile'
  | 'profileMore'
  | 'profileMoreHint'
  | 'profileOpen'

/** The texts. */
export const REPORT: Chapter<ReportWord> = {
  navUnderstand: ['Understand', 'Entender', 'Entender', 'Comprendre'],
  understandTitle: [
    'Understand your customers',
    'Entenda seus clientes',
    'Entienda a sus clientes',
    'Comprendre vos clients',
  ],
  understandIntro: [
    'Each report says first what it found, then how sure it is, then how it was computed.',
    'Cada relatório diz primeiro o que encontrou, depois com que certeza, depois como foi calculado.',
    'Cada informe dice primero qué encontró, luego con qué certeza y después cómo se calculó.',
    'Chaque rapport dit d’abord ce qu’il a trouvé, puis avec quelle certitude, puis comment il a été calculé.',
  ],
  reportLacks: ['lacks {parts}', 'falta {parts}', 'falta {parts}', 'il manque {parts}'],
  reportLacksTitle: [
    'This report cannot be made yet',
    'Este relatório ainda não pode ser feito',
    'Este informe todavía no se puede hacer',
    'Ce rapport ne peut pas encore être établi',
  ],
  reportLacksBody: [
    'The catalogue of this programme lacks: {parts}. Load data that has it, or name its role in tessera.yaml.',
    'Falta no catálogo deste programa: {parts}. Carregue dados que o tenham ou indique a sua função em tessera.yaml.',
    'Al catálogo de este programa le falta: {parts}. Cargue datos que lo tengan o indique su función en tessera.yaml.',
    'Il manque au catalogue de ce programme : {parts}. Chargez des données qui en ont, ou indiquez son rôle dans tessera.yaml.',
  ],
  reportsNone: [
    'There is no report here yet.',
    'Ainda não há relatórios aqui.',
    'Todavía no hay informes aquí.',
    'Il n’y a pas encore de rapport ici.',
  ],
  reportGone: [
    'There is no report “{name}”.',
    'Não existe o relatório “{name}”.',
    'No existe el informe «{name}».',
    'Il n’y a pas de rapport « {name} ».',
  ],
  reportParameters: ['Adjust it', 'Ajustar', 'Ajustar', 'Ajuster'],
  reportShow: ['Show', 'Mostrar', 'Mostrar', 'Afficher'],
  reportDefaults: ['As it was', 'Voltar ao padrão', 'Volver a lo habitual', 'Valeurs d’origine'],
  reportDefault: [
    'Unless changed: {value}.',
    'Se não mudar: {value}.',
    'Si no se cambia: {value}.',
    'Par défaut : {value}.',
  ],
  reportEverybody: ['All customers', 'Todos os clientes', 'Todos los clientes', 'Tous les clients'],
  reportByData: [
    'Chosen by the data',
    'Escolhido pelos dados',
    'Según los datos',
    'Choisi d’après les données',
  ],
  reportRequired: ['Please choose', 'Escolha', 'Elija', 'À choisir'],
  reportChoose: [
    'Choose above: {label}. The report follows.',
    'Escolha acima: {label}. O relatório aparece em seguida.',
    'Elija arriba: {label}. El informe aparece a continuación.',
    'Choisissez ci-dessus : {label}. Le rapport suit.',
  ],
  choicesChosen: ['{n} chosen', '{n} escolhidos', '{n} elegidos', '{n} choisis'],
  searchOptions: ['Search', 'Buscar', 'Buscar', 'Rechercher'],
  nothingFound: ['Nothing found.', 'Nada encontrado.', 'Nada encontrado.', 'Rien trouvé.'],
  reportWorking: [
    'Still computing. Leave this page to stop it.',
    'Ainda calculando. Saia desta página para parar.',
    'Todavía calculando. Salga de esta página para detenerlo.',
    'Calcul en cours. Quittez cette page pour l’arrêter.',
  ],
  reportFindings: ['What was found', 'O que foi encontrado', 'Qué se encontró', 'Ce qui ressort'],
  reportMethod: [
    'How this was computed',
    'Como foi calculado',
    'Cómo se calculó',
    'Comment c’est calculé',
  ],
  reportSilent: [
    'There is nothing to say about these data.',
    'Não há nada a dizer sobre estes dados.',
    'No hay nada que decir sobre estos datos.',
    'Il n’y a rien à dire de ces données.',
  ],
  reportNotEvaluated: [
    'Reports speak of evaluated segments. Evaluate once, then they can be made.',
    'Os relatórios falam de segmentos calculados. Calcule uma vez e eles poderão ser feitos.',
    'Los informes hablan de segmentos calculados. Calcule una vez y podrán hacerse.',
    'Les rapports portent sur des segments calculés. Lancez un calcul, puis ils pourront être établis.',
  ],
  reportLook: [
    'Look at these customers',
    'Ver estes clientes',
    'Ver a estos clientes',
    'Voir ces clients',
  ],
  reportSegment: ['Open “{name}”', 'Abrir “{name}”', 'Abrir «{name}»', 'Ouvrir « {name} »'],
  toneGood: ['Good', 'Bom', 'Bien', 'Favorable'],
  toneNeutral: ['Fact', 'Fato', 'Dato', 'Constat'],
  toneBad: ['Problem', 'Problema', 'Problema', 'Problème'],
  toneCaution: ['Caution', 'Cautela', 'Cautela', 'Prudence'],
  chartPartial: ['not complete', 'incompleto', 'incompleto', 'incomplet'],
  chartReference: [
    'to compare with: {value}',
    'para comparar: {value}',
    'para comparar: {value}',
    'pour comparer : {value}',
  ],
  chartEmpty: [
    'There are no figures to show.',
    'Não há números a mostrar.',
    'No hay cifras que mostrar.',
    'Il n’y a pas de chiffres à montrer.',
  ],
  chartKeys: [
    'Arrow keys move along the chart.',
    'As setas percorrem o gráfico.',
    'Las flechas recorren el gráfico.',
    'Les flèches parcourent le graphique.',
  ],
  tableRange: [
    'rows {from} to {to} of {total}',
    'linhas {from} a {to} de {total}',
    'filas {from} a {to} de {total}',
    'lignes {from} à {to} sur {total}',
  ],
  tabProfile: ['Profile', 'Perfil', 'Perfil', 'Profil'],
  profileMore: [
    'More about this segment',
    'Mais sobre este segmento',
    'Más sobre este segmento',
    'Plus sur ce segment',
  ],
  profileMoreHint: [
    'Each of these reports can be made for these customers alone.',
    'Cada um destes relatórios pode ser feito só para estes clientes.',
    'Cada uno de estos informes puede hacerse solo para estos clientes.',
    'Chacun de ces rapports peut porter sur ces seuls clients.',
  ],
  profileOpen: [
    'Open as a page of its own',
    'Abrir em página própria',
    'Abrir en su propia página',
    'Ouvrir dans sa propre page',
  ],
}
