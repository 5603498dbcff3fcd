/** The demo's traits, product properties and events as tables: `name: type flags @role = en|pt-BR|es|fr = values`. */

export const TRAIT_TABLE = `
name: text personal @name = Name|Nome|Nombre|Nom
email: text personal @email = E-mail|E-mail|Correo electrónico|E-mail
birth_date: date personal @birth-date = Birth date|Data de nascimento|Fecha de nacimiento|Date de naissance
joined: date @joined = Joined on|Cliente desde|Alta|Inscription
country: text @country = Country|País|País|Pays = US, GB, BR, ES, MX, FR
region: text @region = Region|Estado ou região|Región|Région
city: text @city = City|Cidade|Ciudad|Ville
language: text @language = Language|Idioma|Idioma|Langue = en, pt-BR, es, fr
gender: text personal @gender = Gender|Gênero|Género|Genre = female, male, other
income: money personal @income = Household income|Renda familiar|Ingresos del hogar|Revenu du foyer
household_size: number = People in the household|Pessoas no domicílio|Personas en el hogar|Personnes au foyer
interests: list = Interests|Interesses|Intereses|Centres d'intérêt = cooking, fitness, travel, gardening, pets, beauty, family, outdoors, coffee, music
home: geo personal @home = Home|Residência|Domicilio|Domicile
email_consent: boolean = Agreed to e-mail|Aceita e-mails|Acepta correos|Accepte les e-mails
app_installed_at: instant = App installed at|App instalado em|App instalada el|Application installée le
favourite_category: category = Favourite department|Departamento favorito|Departamento favorito|Rayon préféré
acquisition: text = Acquisition|Aquisição|Captación|Acquisition = store, website, marketplace, referral, flyer
openness: number personal = Openness (1 to 5)|Abertura (1 a 5)|Apertura (1 a 5)|Ouverture (1 à 5)
conscientiousness: number personal = Conscientiousness (1 to 5)|Conscienciosidade (1 a 5)|Responsabilidad (1 a 5)|Caractère consciencieux (1 à 5)
extraversion: number personal = Extraversion (1 to 5)|Extroversão (1 a 5)|Extraversión (1 a 5)|Extraversion (1 à 5)
agreeableness: number personal = Agreeableness (1 to 5)|Amabilidade (1 a 5)|Amabilidad (1 a 5)|Agréabilité (1 à 5)
stability: number personal = Emotional stability (1 to 5)|Estabilidade emocional (1 a 5)|Estabilidad emocional (1 a 5)|Stabilité émotionnelle (1 à 5)
`

export const PRODUCT_TABLE = `
name: text = Product|Produto|Producto|Produit
category: category = Category|Categoria|Categoría|Catégorie
brand: text = Brand|Marca|Marca|Marque
list_price: money = List price|Preço de tabela|Precio de catálogo|Prix catalogue
`

/** Events at the margin with their role, properties at two spaces, properties of each item at four. */
export const EVENT_TABLE = `
purchase purchase = Purchase|Compra|Compra|Achat
  status: text required = Status|Situação|Estado|Statut = paid, cancelled
  channel: text = Channel|Canal|Canal|Canal = store, web, app
  store: text = Store|Loja|Tienda|Magasin
  payment: text = Payment|Pagamento|Pago|Paiement = card, wallet, cash
  coupon: text = Coupon code|Código do cupom|Código del cupón|Code du bon
  amount: money required = Amount|Valor|Importe|Montant
  discount: money = Discount|Desconto|Descuento|Remise
  points: number = Points|Pontos|Puntos|Points
    product: text required = Product|Produto|Producto|Produit
    name: text = Product name|Nome do produto|Nombre del producto|Nom du produit
    category: category = Category|Categoria|Categoría|Catégorie
    brand: text = Brand|Marca|Marca|Marque
    quantity: number required = Quantity|Quantidade|Cantidad|Quantité
    price: money = Unit price|Preço unitário|Precio unitario|Prix unitaire
    discount: money = Discount|Desconto|Descuento|Remise
    amount: money required = Line amount|Valor da linha|Importe de la línea|Montant de la ligne
refund refund = Refund|Reembolso|Reembolso|Remboursement
  order_id: text required = Order|Pedido|Pedido|Commande
  product: text = Product|Produto|Producto|Produit
  amount: money required = Amount|Valor|Importe|Montant
  reason: text = Reason|Motivo|Motivo|Motif = damaged, wrong item, not as expected, too late
web_visit web = Web visit|Visita ao site|Visita al sitio|Visite du site
  page: text = Page|Página|Página|Page = home, category, product, basket, account, stores
  category: category = Category seen|Categoria vista|Categoría vista|Catégorie vue
  pages: number = Pages|Páginas|Páginas|Pages
  seconds: number = Seconds|Segundos|Segundos|Secondes
  device: text = Device|Dispositivo|Dispositivo|Appareil = phone, desktop, tablet
  bounced: boolean = Left at once|Saiu logo|Salió enseguida|Partie aussitôt
  searches: list = Searches|Buscas|Búsquedas|Recherches
email_sent email-sent = E-mail sent|E-mail enviado|Correo enviado|E-mail envoyé
  campaign: text = Campaign|Campanha|Campaña|Campagne
  topic: text = Topic|Tema|Tema|Thème = news, offers, recipes, events
email_opened email-opened = E-mail opened|E-mail aberto|Correo abierto|E-mail ouvert
  campaign: text = Campaign|Campanha|Campaña|Campagne
  device: text = Device|Dispositivo|Dispositivo|Appareil = phone, desktop, tablet
email_clicked email-clicked = E-mail clicked|Clique em e-mail|Clic en correo|Clic dans un e-mail
  campaign: text = Campaign|Campanha|Campaña|Campagne
  link: text = Link|Link|Enlace|Lien
survey_answered survey = Survey answered|Pesquisa respondida|Encuesta respondida|Enquête remplie
  survey: text required = Survey|Pesquisa|Encuesta|Enquête = nps, csat, ces
  score: number required = Score|Nota|Puntuación|Note
  topics: list = Topics|Assuntos|Temas|Sujets = delivery, product, billing, points, store
  order_id: text = Order|Pedido|Pedido|Commande
ticket_opened ticket = Ticket opened|Chamado aberto|Incidencia abierta|Demande ouverte
  order_id: text = Order|Pedido|Pedido|Commande
  topic: text = Topic|Assunto|Tema|Sujet = delivery, product, billing, points, store
  channel: text = Channel|Canal|Canal|Canal = email, phone, chat, store
  severity: text = Severity|Gravidade|Gravedad|Gravité = low, medium, high
ticket_solved = Ticket solved|Chamado resolvido|Incidencia resuelta|Demande résolue
  hours: number = Hours to solve|Horas até resolver|Horas hasta resolver|Heures de résolution
  satisfied: boolean = Satisfied|Ficou satisfeito|Quedó satisfecho|Satisfait
reward_earned reward = Reward earned|Recompensa obtida|Recompensa obtenida|Récompense obtenue
  kind: text = Kind|Tipo|Tipo|Type = voucher, free product, free delivery, workshop
  points: number = Points spent|Pontos usados|Puntos usados|Points utilisés
  value: money = Value|Valor|Valor|Valeur
  expires_at: instant = Expires at|Expira em|Caduca el|Expire le
reward_redeemed = Reward redeemed|Recompensa resgatada|Recompensa canjeada|Récompense utilisée
  reward_id: text = Reward|Recompensa|Recompensa|Récompense
  kind: text = Kind|Tipo|Tipo|Type = voucher, free product, free delivery, workshop
  value: money = Value|Valor|Valor|Valeur
coupon_used = Coupon used|Cupom usado|Cupón usado|Bon utilisé
  order_id: text = Order|Pedido|Pedido|Commande
  code: text = Code|Código|Código|Code
  value: money = Value|Valor|Valor|Valeur
  expires_on: date = Expires on|Validade|Caduca el|Expire le
`
