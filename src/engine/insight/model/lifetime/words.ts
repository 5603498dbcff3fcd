/** What models of lifetime say, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'total'
  | 'revenue'
  | 'alive'
  | 'gone'
  | 'ahead'
  | 'far'
  | 'dropout-no-better-than-nbd'
  | 'dropout-leaves-all-alive'
  | 'no-customers'
  | 'no-repeat-purchases'
  | 'too-few-repeat-buyers'
  | 'few-repeat-buyers'
  | 'purchase-rate-at-bound'
  | 'dropout-at-bound'
  | 'likelihood-has-no-peak'
  | 'errors-too-wide'
  | 'alive-differs-between-models'
  | 'spend-depends-on-frequency'
  | 'spend-mean-unbounded'
  | 'spend-mean-uncertain'
  | 'spend-does-not-vary'
  | 'no-amount'
  | 'tracking'
  | 'cumulative'
  | 'week'
  | 'forecast'
  | 'actual'
  | 'sumForecast'
  | 'sumActual'
  | 'heldBack'
  | 'byFrequency'
  | 'before'
  | 'customers'
  | 'candidates'
  | 'model'
  | 'logLikelihood'
  | 'chosen'
  | 'parameters'
  | 'name'
  | 'value'
  | 'error'
  | 'method'
  | 'methodSpend'

export const W: Readonly<Record<Word, Texts>> = {
  total: [
    'The {n} customers are expected to bring {money} within {days} ({low} to {high}), at present value.',
    'Espera-se que os {n} clientes tragam {money} em {days} ({low} a {high}), a valor presente.',
    'Se espera que los {n} clientes aporten {money} en {days} (de {low} a {high}), a valor actual.',
    'Les {n} clients devraient apporter {money} en {days} ({low} à {high}), en valeur actuelle.',
  ],
  revenue: [
    'No margin is set in the file: this is revenue, not value. Write `margin:` to count what is left.',
    'O arquivo não diz a margem: isto é receita, não valor. Escreva `margin:` para contar o que sobra.',
    'El archivo no indica el margen: esto son ingresos, no valor. Escriba `margin:` para contar lo que queda.',
    'Le fichier ne donne pas de marge : c’est du chiffre d’affaires, pas de la valeur. Écrivez `margin:` pour compter ce qui reste.',
  ],
  alive: [
    '{share} of customers are thought still to buy; other models that fit as well say {low} to {high}.',
    'Estima-se que {share} dos clientes ainda compram; outros modelos igualmente bons dizem {low} a {high}.',
    'Se estima que el {share} de los clientes sigue comprando; otros modelos igual de buenos dicen de {low} a {high}.',
    'On estime que {share} des clients achètent encore ; d’autres modèles aussi bons disent {low} à {high}.',
  ],
  gone: [
    '{n} customers who came back at least once are more likely gone than not.',
    '{n} clientes que voltaram ao menos uma vez provavelmente já se foram.',
    '{n} clientes que volvieron al menos una vez probablemente ya se han ido.',
    '{n} clients revenus au moins une fois sont sans doute partis.',
  ],
  ahead: [
    'The model, fitted without the last {days}, forecast {expected} repeat purchases there; {actual} came ({error}).',
    'O modelo, ajustado sem os últimos {days}, previu {expected} recompras ali; vieram {actual} ({error}).',
    'El modelo, ajustado sin los últimos {days}, pronosticó {expected} recompras ahí; hubo {actual} ({error}).',
    'Le modèle, ajusté sans les derniers {days}, y prévoyait {expected} réachats ; il y en a eu {actual} ({error}).',
  ],
  far: [
    'That is far off: seasons, a changed range or a campaign are not in such a model. Take its values as a ranking, not as amounts.',
    'É um desvio grande: estações, mudança de sortimento ou campanha não estão num modelo assim. Tome os valores como ordem, não como quantias.',
    'Es una desviación grande: temporadas, un surtido cambiado o una campaña no caben en un modelo así. Tome los valores como orden, no como importes.',
    'L’écart est grand : saisons, assortiment changé ou campagne n’entrent pas dans un tel modèle. Prenez ses valeurs comme un classement, non comme des montants.',
  ],
  'dropout-no-better-than-nbd': [
    'Whether customers leave is not identified: a model in which nobody ever does fits these data as well. No probability of being a customer is given; the forecasts assume that all stay, and are an upper limit.',
    'Não se identifica se os clientes vão embora: um modelo em que ninguém vai se ajusta igualmente a estes dados. Não se dá probabilidade de ainda ser cliente; as previsões supõem que todos ficam e são um limite superior.',
    'No se identifica si los clientes se van: un modelo en que nadie se va se ajusta igual de bien. No se da probabilidad de seguir siendo cliente; los pronósticos suponen que todos se quedan y son un límite superior.',
    'On ne peut pas identifier si des clients partent : un modèle où nul ne part s’ajuste aussi bien. Aucune probabilité d’être client n’est donnée ; les prévisions supposent que tous restent et sont une limite haute.',
  ],
  'dropout-leaves-all-alive': [
    'Whether customers leave is not identified: the best model thinks that nearly everybody is still there. No probability of being a customer is given; the forecasts assume that all stay, and are an upper limit.',
    'Não se identifica se os clientes vão embora: o melhor modelo acha que quase todos ainda estão. Não se dá probabilidade de ainda ser cliente; as previsões supõem que todos ficam e são um limite superior.',
    'No se identifica si los clientes se van: el mejor modelo cree que casi todos siguen ahí. No se da probabilidad de seguir siendo cliente; los pronósticos suponen que todos se quedan y son un límite superior.',
    'On ne peut pas identifier si des clients partent : le meilleur modèle les croit presque tous encore là. Aucune probabilité d’être client n’est donnée ; les prévisions supposent que tous restent et sont une limite haute.',
  ],
  'no-customers': [
    'Nobody has bought yet: there is nothing to learn from.',
    'Ninguém comprou ainda: não há do que aprender.',
    'Nadie ha comprado aún: no hay de qué aprender.',
    'Personne n’a encore acheté : il n’y a rien à apprendre.',
  ],
  'no-repeat-purchases': [
    'Nobody has come back yet: how often customers return cannot be told.',
    'Ninguém voltou ainda: não se sabe com que frequência os clientes retornam.',
    'Nadie ha vuelto aún: no se sabe con qué frecuencia regresan los clientes.',
    'Personne n’est encore revenu : on ne peut dire à quelle fréquence les clients reviennent.',
  ],
  'too-few-repeat-buyers': [
    'Too few customers came back to fit anything. Scores stay as they were.',
    'Voltaram clientes de menos para ajustar algo. As pontuações ficam como estavam.',
    'Volvieron demasiado pocos clientes para ajustar algo. Las puntuaciones quedan como estaban.',
    'Trop peu de clients sont revenus pour ajuster quoi que ce soit. Les scores restent tels quels.',
  ],
  'few-repeat-buyers': [
    'Fewer than a hundred customers came back: take the figures as rough.',
    'Menos de cem clientes voltaram: tome os números como aproximados.',
    'Volvieron menos de cien clientes: tome las cifras como aproximadas.',
    'Moins de cent clients sont revenus : les chiffres sont indicatifs.',
  ],
  'purchase-rate-at-bound': [
    'The spread of purchase rates ran to the end of its range: customers hardly differ, or a few differ from all.',
    'A variação das taxas de compra foi ao extremo: os clientes quase não diferem, ou uns poucos diferem de todos.',
    'La variación de las tasas de compra llegó al extremo: los clientes apenas difieren, o unos pocos difieren de todos.',
    'La dispersion des rythmes d’achat est allée au bout : les clients diffèrent à peine, ou quelques-uns de tous.',
  ],
  'dropout-at-bound': [
    'How differently customers leave could not be pinned down: forecasts hold, single probabilities are rough.',
    'Não se pôde fixar como os clientes diferem ao ir embora: as previsões valem, as probabilidades individuais são aproximadas.',
    'No se pudo fijar cómo difieren los clientes al irse: los pronósticos valen, las probabilidades individuales son aproximadas.',
    'La façon dont les clients diffèrent en partant n’a pu être cernée : les prévisions tiennent, les probabilités individuelles sont approximatives.',
  ],
  'likelihood-has-no-peak': [
    'The likelihood has no clear peak: other parameters explain the data as well, so there are no intervals.',
    'A verossimilhança não tem um pico claro: outros parâmetros explicam os dados igualmente; não há intervalos.',
    'La verosimilitud no tiene un pico claro: otros parámetros explican igual los datos; no hay intervalos.',
    'La vraisemblance n’a pas de sommet net : d’autres paramètres expliquent aussi bien les données ; il n’y a pas d’intervalles.',
  ],
  'errors-too-wide': [
    'Some parameters are hardly known: forecasts may hold, what they mean does not.',
    'Alguns parâmetros mal se conhecem: as previsões podem valer, o seu sentido não.',
    'Algunos parámetros apenas se conocen: los pronósticos pueden valer, su sentido no.',
    'Certains paramètres sont mal connus : les prévisions peuvent tenir, pas leur sens.',
  ],
  'alive-differs-between-models': [
    'Models that fit alike disagree on who is still a customer: rank by this probability, do not count with it.',
    'Modelos igualmente bons discordam sobre quem ainda é cliente: use a probabilidade para ordenar, não para contar.',
    'Modelos igual de buenos discrepan sobre quién sigue siendo cliente: use la probabilidad para ordenar, no para contar.',
    'Des modèles aussi bons divergent sur qui est encore client : classez par cette probabilité, ne comptez pas avec elle.',
  ],
  'spend-depends-on-frequency': [
    'Spend and frequency go together (correlation {r}), which the model of spend assumes they do not: values of the most and least frequent are off.',
    'Gasto e frequência andam juntos (correlação {r}), o que o modelo de gasto supõe não ocorrer: os valores dos mais e menos frequentes desviam.',
    'Gasto y frecuencia van juntos (correlación {r}), lo que el modelo de gasto supone que no: los valores de los más y menos frecuentes se desvían.',
    'Dépense et fréquence vont ensemble (corrélation {r}), ce que le modèle de dépense exclut : les valeurs des plus et moins fréquents sont biaisées.',
  ],
  'spend-mean-unbounded': [
    'Spend varies too wildly to have a mean: no value is given.',
    'O gasto varia demais para ter média: não se dá valor.',
    'El gasto varía demasiado para tener media: no se da valor.',
    'La dépense varie trop pour avoir une moyenne : aucune valeur n’est donnée.',
  ],
  'spend-mean-uncertain': [
    'The mean spend is hardly known: values are rough.',
    'O gasto médio mal se conhece: os valores são aproximados.',
    'El gasto medio apenas se conoce: los valores son aproximados.',
    'La dépense moyenne est mal connue : les valeurs sont approximatives.',
  ],
  'spend-does-not-vary': [
    'Customers hardly differ in spend: there is no model of it, and no value.',
    'Os clientes quase não diferem em gasto: não há modelo dele, nem valor.',
    'Los clientes apenas difieren en gasto: no hay modelo de él, ni valor.',
    'Les clients diffèrent à peine par la dépense : pas de modèle, donc pas de valeur.',
  ],
  'no-amount': [
    'The catalogue has no amount of purchases: purchases are expected, value is not.',
    'O catálogo não tem valor das compras: esperam-se compras, não valor.',
    'El catálogo no tiene importe de las compras: se esperan compras, no valor.',
    'Le catalogue n’a pas de montant d’achat : on attend des achats, pas une valeur.',
  ],
  tracking: [
    'Repeat purchases by week',
    'Recompras por semana',
    'Recompras por semana',
    'Réachats par semaine',
  ],
  cumulative: [
    'Repeat purchases, cumulated',
    'Recompras acumuladas',
    'Recompras acumuladas',
    'Réachats cumulés',
  ],
  week: ['Week until', 'Semana até', 'Semana hasta', 'Semaine jusqu’au'],
  forecast: ['Forecast', 'Previsão', 'Pronóstico', 'Prévision'],
  actual: ['Actual', 'Real', 'Real', 'Réel'],
  sumForecast: [
    'Forecast so far',
    'Previsão acumulada',
    'Pronóstico acumulado',
    'Prévision cumulée',
  ],
  sumActual: ['Actual so far', 'Real acumulado', 'Real acumulado', 'Réel cumulé'],
  heldBack: ['Kept back', 'Reservado', 'Reservado', 'Mis de côté'],
  byFrequency: [
    'Purchases kept back, by repeat purchases before',
    'Compras reservadas, por recompras anteriores',
    'Compras reservadas, por recompras anteriores',
    'Achats mis de côté, selon les réachats d’avant',
  ],
  before: ['Repeat purchases before', 'Recompras antes', 'Recompras antes', 'Réachats avant'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  candidates: ['Models compared', 'Modelos comparados', 'Modelos comparados', 'Modèles comparés'],
  model: ['Model', 'Modelo', 'Modelo', 'Modèle'],
  logLikelihood: [
    'Log-likelihood',
    'Log-verossimilhança',
    'Log-verosimilitud',
    'Log-vraisemblance',
  ],
  chosen: ['Taken', 'Escolhido', 'Elegido', 'Retenu'],
  parameters: ['Parameters', 'Parâmetros', 'Parámetros', 'Paramètres'],
  name: ['Parameter', 'Parâmetro', 'Parámetro', 'Paramètre'],
  value: ['Value', 'Valor', 'Valor', 'Valeur'],
  error: ['Standard error', 'Erro padrão', 'Error estándar', 'Erreur type'],
  method: [
    'Purchases of one day count as one; rates are per week. Models are compared by likelihood (NBD; BG/NBD: Fader, Hardie, Lee 2005; MBG/NBD: Batislam and others 2007; Pareto/NBD: Schmittlein and others 1987); leaving must beat NBD in a likelihood ratio test. Customers are assumed to buy at a steady rate of their own.',
    'Compras de um mesmo dia contam como uma; taxas por semana. Os modelos são comparados pela verossimilhança (NBD; BG/NBD: Fader, Hardie, Lee 2005; MBG/NBD: Batislam e outros 2007; Pareto/NBD: Schmittlein e outros 1987); a saída tem de superar o NBD num teste de razão. Supõe-se que cada cliente compra a um ritmo próprio constante.',
    'Las compras de un mismo día cuentan como una; tasas por semana. Los modelos se comparan por verosimilitud (NBD; BG/NBD: Fader, Hardie, Lee 2005; MBG/NBD: Batislam y otros 2007; Pareto/NBD: Schmittlein y otros 1987); la salida debe superar al NBD en un contraste de razón. Se supone que cada cliente compra a un ritmo propio constante.',
    'Les achats d’un même jour comptent pour un ; taux par semaine. Les modèles sont comparés par vraisemblance (NBD ; BG/NBD : Fader, Hardie, Lee 2005 ; MBG/NBD : Batislam et autres 2007 ; Pareto/NBD : Schmittlein et autres 1987) ; le départ doit l’emporter sur NBD par un test de rapport. Chaque client est supposé acheter à un rythme propre et constant.',
  ],
  methodSpend: [
    'Spend by Gamma-Gamma (Fader, Hardie 2013) without first purchases; value = discounted expected purchases × spend × margin {margin}, {kept} of which stays after refunds, at {rate} a year. The ends of values (80 %) say how far the model is known, not how far one customer may stray.',
    'Gasto por Gamma-Gamma (Fader, Hardie 2013) sem as primeiras compras; valor = compras esperadas descontadas × gasto × margem {margin}, da qual fica {kept} após reembolsos, a {rate} ao ano. Os limites (80 %) dizem quão bem se conhece o modelo, não quanto um cliente pode desviar.',
    'Gasto por Gamma-Gamma (Fader, Hardie 2013) sin las primeras compras; valor = compras esperadas descontadas × gasto × margen {margin}, del que queda el {kept} tras reembolsos, al {rate} anual. Los extremos (80 %) dicen cuánto se conoce el modelo, no cuánto puede desviarse un cliente.',
    'Dépense par Gamma-Gamma (Fader, Hardie 2013) sans les premiers achats ; valeur = achats attendus actualisés × dépense × marge {margin}, dont {kept} reste après remboursements, à {rate} par an. Les bornes (80 %) disent à quel point le modèle est connu, non l’écart possible d’un client.',
  ],
}
