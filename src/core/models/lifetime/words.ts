/** What a choice of lifetime model, or a fit of spend, has to say for itself, in four languages. */
import type { Words } from '../../base/index.ts'
import type { LifetimeReason } from './choose.ts'
import type { SpendReason } from './spend.ts'

/** One sentence per reason; none needs a figure. */
export const LIFETIME_WORDS: Words<LifetimeReason | SpendReason> = {
  en: {
    'no-customers': 'There are no customers to learn from.',
    'no-repeat-purchases': 'Nobody has bought twice yet, so purchases to come cannot be forecast.',
    'too-few-repeat-buyers':
      'Too few customers have bought twice: a model would describe single people.',
    'few-repeat-buyers': 'Few customers have bought twice, so the forecast is rough.',
    'purchase-rate-at-bound':
      'Customers differ too little in how often they buy for the model to be fitted.',
    'dropout-no-better-than-nbd':
      'These data cannot tell customers who have left from those who are only silent. The forecast assumes that nobody leaves.',
    'dropout-leaves-all-alive':
      'The model finds nearly everyone still there, so it says nothing about who has left. The forecast assumes that nobody leaves.',
    'dropout-at-bound': 'Customers seem to leave all alike; how they differ in it cannot be told.',
    'likelihood-has-no-peak':
      'Several quite different models fit these data equally well: take single figures with care.',
    'errors-too-wide': 'The parameters are known only roughly: take single figures with care.',
    'alive-differs-between-models':
      'Models that forecast equally well disagree on who is still there: do not rely on the chance of being active alone.',
    'spend-does-not-vary':
      'All customers spend much the same per purchase, so there is nothing to model.',
    'spend-mean-unbounded':
      'A few very large purchases dominate: the mean spend per purchase cannot be estimated.',
    'spend-mean-uncertain': 'Very large purchases weigh so much that the mean spend is uncertain.',
    'spend-depends-on-frequency':
      'How much customers spend goes with how often they buy, which the model assumes it does not: values are biased.',
  },
  'pt-BR': {
    'no-customers': 'Não há clientes com que aprender.',
    'no-repeat-purchases': 'Ninguém comprou duas vezes ainda; não dá para prever compras futuras.',
    'too-few-repeat-buyers':
      'Pouquíssimos clientes compraram duas vezes: um modelo descreveria pessoas isoladas.',
    'few-repeat-buyers': 'Poucos clientes compraram duas vezes; a previsão é aproximada.',
    'purchase-rate-at-bound':
      'Os clientes diferem pouco demais na frequência de compra para ajustar o modelo.',
    'dropout-no-better-than-nbd':
      'Estes dados não permitem distinguir quem foi embora de quem só está em silêncio. A previsão supõe que ninguém vai embora.',
    'dropout-leaves-all-alive':
      'Para o modelo quase todos continuam ativos, então ele não diz quem foi embora. A previsão supõe que ninguém vai embora.',
    'dropout-at-bound':
      'Os clientes parecem ir embora todos do mesmo modo; não dá para saber em que diferem.',
    'likelihood-has-no-peak':
      'Modelos bem diferentes se ajustam igualmente bem a estes dados: cuidado com números isolados.',
    'errors-too-wide':
      'Os parâmetros são conhecidos só de forma aproximada: cuidado com números isolados.',
    'alive-differs-between-models':
      'Modelos que preveem igualmente bem discordam sobre quem continua ativo: não confie só na chance de estar ativo.',
    'spend-does-not-vary':
      'Todos os clientes gastam quase o mesmo por compra; não há o que modelar.',
    'spend-mean-unbounded':
      'Algumas compras muito grandes dominam: não dá para estimar o gasto médio por compra.',
    'spend-mean-uncertain': 'Compras muito grandes pesam tanto que o gasto médio é incerto.',
    'spend-depends-on-frequency':
      'O quanto os clientes gastam acompanha a frequência com que compram, o que o modelo supõe que não aconteça: os valores têm viés.',
  },
  es: {
    'no-customers': 'No hay clientes de los que aprender.',
    'no-repeat-purchases':
      'Nadie ha comprado dos veces todavía; no se pueden prever las compras futuras.',
    'too-few-repeat-buyers':
      'Muy pocos clientes han comprado dos veces: un modelo describiría a personas sueltas.',
    'few-repeat-buyers': 'Pocos clientes han comprado dos veces; la previsión es aproximada.',
    'purchase-rate-at-bound':
      'Los clientes se diferencian demasiado poco en la frecuencia de compra para ajustar el modelo.',
    'dropout-no-better-than-nbd':
      'Estos datos no permiten distinguir a quien se ha ido de quien solo guarda silencio. La previsión supone que nadie se va.',
    'dropout-leaves-all-alive':
      'Para el modelo casi todos siguen activos, así que no dice quién se ha ido. La previsión supone que nadie se va.',
    'dropout-at-bound':
      'Los clientes parecen irse todos del mismo modo; no se puede saber en qué se diferencian.',
    'likelihood-has-no-peak':
      'Modelos muy distintos se ajustan igual de bien a estos datos: cuidado con las cifras sueltas.',
    'errors-too-wide':
      'Los parámetros se conocen solo de forma aproximada: cuidado con las cifras sueltas.',
    'alive-differs-between-models':
      'Modelos que prevén igual de bien no coinciden en quién sigue activo: no se fíe solo de la probabilidad de estar activo.',
    'spend-does-not-vary':
      'Todos los clientes gastan casi lo mismo por compra; no hay nada que modelar.',
    'spend-mean-unbounded':
      'Unas pocas compras muy grandes dominan: no se puede estimar el gasto medio por compra.',
    'spend-mean-uncertain': 'Las compras muy grandes pesan tanto que el gasto medio es incierto.',
    'spend-depends-on-frequency':
      'Lo que gastan los clientes va unido a la frecuencia con que compran, y el modelo supone que no: los valores están sesgados.',
  },
  fr: {
    'no-customers': "Il n'y a aucun client dont apprendre.",
    'no-repeat-purchases':
      "Personne n'a encore acheté deux fois ; les achats à venir ne peuvent être prévus.",
    'too-few-repeat-buyers':
      'Trop peu de clients ont acheté deux fois : un modèle décrirait des personnes isolées.',
    'few-repeat-buyers': 'Peu de clients ont acheté deux fois ; la prévision est approximative.',
    'purchase-rate-at-bound':
      "Les clients diffèrent trop peu par leur fréquence d'achat pour ajuster le modèle.",
    'dropout-no-better-than-nbd':
      'Ces données ne permettent pas de distinguer les clients partis de ceux qui se taisent seulement. La prévision suppose que personne ne part.',
    'dropout-leaves-all-alive':
      'Pour le modèle, presque tous sont encore actifs ; il ne dit donc pas qui est parti. La prévision suppose que personne ne part.',
    'dropout-at-bound':
      'Les clients semblent tous partir de la même façon ; on ne peut dire en quoi ils diffèrent.',
    'likelihood-has-no-peak':
      "Des modèles très différents s'ajustent aussi bien à ces données : prudence avec les chiffres isolés.",
    'errors-too-wide':
      "Les paramètres ne sont connus qu'approximativement : prudence avec les chiffres isolés.",
    'alive-differs-between-models':
      "Des modèles qui prévoient aussi bien ne s'accordent pas sur qui est encore actif : ne vous fiez pas à la seule probabilité d'être actif.",
    'spend-does-not-vary':
      "Tous les clients dépensent à peu près autant par achat ; il n'y a rien à modéliser.",
    'spend-mean-unbounded':
      'Quelques très gros achats dominent : la dépense moyenne par achat ne peut être estimée.',
    'spend-mean-uncertain':
      'Les très gros achats pèsent tant que la dépense moyenne est incertaine.',
    'spend-depends-on-frequency':
      "Ce que les clients dépensent va de pair avec leur fréquence d'achat, ce que le modèle exclut : les valeurs sont biaisées.",
  },
}
