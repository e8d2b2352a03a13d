/** What a questionnaire says, in Chinese and, where somebody translated it, in English. Chinese is what counts. */
export type Wording = Readonly<{ zh: string; en: string | null }>

export function wording(zh: string, en: string | null = null): Wording {
  return { zh, en }
}

/** Chinese where nobody translated it. */
export function inLanguage(said: Wording, language: 'zh' | 'en'): string {
  return language === 'en' && said.en !== null ? said.en : said.zh
}
