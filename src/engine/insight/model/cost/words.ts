/** What the cost to serve says, in four languages. */
import type { Texts } from '../../../../core/insight/index.ts'

type Word =
  | 'none'
  | 'total'
  | 'losing'
  | 'idle'
  | 'overloaded'
  | 'unused'
  | 'revenue'
  | 'cost'
  | 'deciles'
  | 'decile'
  | 'customers'
  | 'revenueOf'
  | 'margin'
  | 'cumulated'
  | 'method'

export const W: Readonly<Record<Word, Texts>> = {
  none: [
    'Nothing happened in the last {days}: there is nothing to cost.',
    'Nada aconteceu nos últimos {days}: não há o que custear.',
    'No ocurrió nada en los últimos {days}: no hay nada que costear.',
    'Rien ne s’est passé pendant les derniers {days} : rien à chiffrer.',
  ],
  total: [
    'Serving {n} customers cost {cost} in {days}; {margin} of margin is left after it.',
    'Atender {n} clientes custou {cost} em {days}; depois disso sobram {margin} de margem.',
    'Servir a {n} clientes costó {cost} en {days}; queda después un margen de {margin}.',
    'Servir {n} clients a coûté {cost} en {days} ; il reste ensuite {margin} de marge.',
  ],
  losing: [
    '{n} customers cost more than they bring: {lost} together.',
    '{n} clientes custam mais do que trazem: {lost} ao todo.',
    '{n} clientes cuestan más de lo que aportan: {lost} en total.',
    '{n} clients coûtent plus qu’ils n’apportent : {lost} au total.',
  ],
  idle: [
    '{share} of the pool {pool} was not used: {money} for nobody. Fewer hours, or more work for them.',
    '{share} do grupo {pool} não foi usado: {money} para ninguém. Menos horas, ou mais trabalho para elas.',
    'El {share} del grupo {pool} no se usó: {money} para nadie. Menos horas, o más trabajo para ellas.',
    '{share} du groupe {pool} n’a pas servi : {money} pour personne. Moins d’heures, ou plus de travail pour elles.',
  ],
  overloaded: [
    'The pool {pool} did more than its capacity: the capacity or a time in the file is not right. All of its cost was charged.',
    'O grupo {pool} fez mais que sua capacidade: a capacidade ou um tempo no arquivo não está certo. Todo o custo foi atribuído.',
    'El grupo {pool} hizo más que su capacidad: la capacidad o un tiempo del archivo no es correcto. Se cargó todo su coste.',
    'Le groupe {pool} a dépassé sa capacité : la capacité ou un temps du fichier est faux. Tout son coût a été imputé.',
  ],
  unused: [
    'No event uses the pool {pool}: its {money} are charged to nobody.',
    'Nenhum evento usa o grupo {pool}: seus {money} não são atribuídos a ninguém.',
    'Ningún evento usa el grupo {pool}: sus {money} no se cargan a nadie.',
    'Aucun événement n’utilise le groupe {pool} : ses {money} ne sont imputés à personne.',
  ],
  revenue: [
    'No margin is set in the file: revenue is taken for margin. Write `margin:`.',
    'O arquivo não diz a margem: toma-se a receita por margem. Escreva `margin:`.',
    'El archivo no indica el margen: los ingresos se toman por margen. Escriba `margin:`.',
    'Le fichier ne donne pas de marge : le chiffre d’affaires est pris pour marge. Écrivez `margin:`.',
  ],
  cost: ['Cost', 'Custo', 'Coste', 'Coût'],
  deciles: [
    'Tenths of customers, the most profitable first',
    'Décimos de clientes, os mais rentáveis primeiro',
    'Décimos de clientes, los más rentables primero',
    'Dixièmes de clients, les plus rentables d’abord',
  ],
  decile: ['Tenth', 'Décimo', 'Décimo', 'Dixième'],
  customers: ['Customers', 'Clientes', 'Clientes', 'Clients'],
  revenueOf: ['Revenue', 'Receita', 'Ingresos', 'Chiffre d’affaires'],
  margin: ['Margin after cost', 'Margem após custo', 'Margen tras coste', 'Marge après coût'],
  cumulated: ['Cumulated margin', 'Margem acumulada', 'Margen acumulado', 'Marge cumulée'],
  method: [
    'Time-driven costing (Kaplan, Anderson 2004): a minute costs the pool’s cost by its capacity, an event its minutes; what is not used is idle and charged to nobody, so that charges and idle cost add up to the pools. Revenue of the last {days}, net of refunds, times margin {margin}.',
    'Custeio por tempo (Kaplan, Anderson 2004): um minuto custa o custo do grupo por sua capacidade, um evento os seus minutos; o que não se usa é ocioso e não se atribui a ninguém, de modo que atribuído e ocioso somam os grupos. Receita dos últimos {days}, líquida de reembolsos, vezes margem {margin}.',
    'Costeo por tiempo (Kaplan, Anderson 2004): un minuto cuesta el coste del grupo por su capacidad, un evento sus minutos; lo no usado es ocioso y no se carga a nadie, de modo que lo cargado y lo ocioso suman los grupos. Ingresos de los últimos {days}, netos de reembolsos, por margen {margin}.',
    'Calcul par le temps (Kaplan, Anderson 2004) : une minute coûte le coût du groupe par sa capacité, un événement ses minutes ; le reste est inutilisé et imputé à personne, si bien qu’imputé et inutilisé s’ajoutent aux groupes. Chiffre d’affaires des derniers {days}, net de remboursements, fois la marge {margin}.',
  ],
}
