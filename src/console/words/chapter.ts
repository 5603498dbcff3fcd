/** A part of the dictionary: each text in all four languages side by side. */

/** In the order of `LOCALES`: English, Brazilian Portuguese, Spanish, French. */
export type Texts = readonly [en: string, ptBR: string, es: string, fr: string]

/** Every word of a chapter has a text in every language, or it does not compile. */
export type Chapter<W extends string> = Readonly<Record<W, Texts>>
