/** Ordinary given and family names per market, combined at random: no name stands for a real person. */
import type { Locale } from '../../../core/base/index.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Given names that are mostly of women, of men, and family names. */
export interface NameStock {
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
}

const ENGLISH: NameStock = {
  women: words(
    'Olivia Emma Amelia Grace Chloe Hannah Megan Laura Rachel Sarah Alice Ruth Naomi Tessa Joan Nora Ivy Claire Paige Stella',
  ),
  men: words(
    'Oliver Jack Harry George Noah James Liam Ethan Lucas Henry Owen Adam Simon Peter Martin Ryan Dylan Caleb Evan Miles',
  ),
  families: words(
    'Smith Jones Taylor Brown Wilson Evans Walker Wright Green Hall Wood Clarke Hill Moore Cooper Ward Turner Parker Bell Reed Foster Hayes Brooks Carter Price',
  ),
}

const BRAZILIAN: NameStock = {
  women: words(
    'Ana Beatriz Camila Daniela Fernanda Gabriela Helena Isabela Juliana Larissa Luíza Mariana Natália Patrícia Rafaela Sofia Tatiane Vitória Yasmin Conceição',
  ),
  men: words(
    'André Antônio Bruno Caio Diego Eduardo Felipe Gustavo Henrique Igor João José Leonardo Lucas Mateus Otávio Paulo Rafael Thiago Vinícius',
  ),
  families: words(
    'Silva Santos Oliveira Souza Lima Pereira Ferreira Alves Ribeiro Carvalho Gomes Martins Araújo Barbosa Rocha Dias Nascimento Moreira Cardoso Teixeira Mendes Freitas Gonçalves Pinto Assunção',
  ),
}

const SPANISH: NameStock = {
  women: words(
    'María Carmen Lucía Paula Elena Sara Marta Alba Irene Nuria Rocío Pilar Inés Andrea Ximena Guadalupe Valeria Renata Noemí Begoña',
  ),
  men: words(
    'Antonio José Manuel Francisco Javier Daniel Carlos Miguel Alejandro Pablo Sergio Álvaro Iván Rubén Óscar Andrés Emiliano Santiago Héctor Íñigo',
  ),
  families: words(
    'García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Navarro Torres Ramos Vázquez Castro Núñez',
  ),
}

const FRENCH: NameStock = {
  women: words(
    'Camille Manon Léa Chloé Inès Jeanne Louise Alice Juliette Élodie Margaux Anaïs Zoé Agathe Clémence Solène Hélène Nathalie Aurélie Françoise',
  ),
  men: words(
    'Louis Gabriel Arthur Jules Hugo Théo Raphaël Antoine Clément Maxime Étienne Benoît François Jérôme Loïc Mathis Nicolas Olivier Rémi Yann',
  ),
  families: words(
    'Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Mercier Lévêque Hébert',
  ),
}

/** By the language of the market. */
export const NAMES: Readonly<Record<Locale, NameStock>> = {
  en: ENGLISH,
  'pt-BR': BRAZILIAN,
  es: SPANISH,
  fr: FRENCH,
}
