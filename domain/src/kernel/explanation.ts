/** A refusal in words: what happened, and how to put it right. Written once, read in API, console and CLI. */
export type Explanation = Readonly<{ what: string; fix: string }>

export type Bilingual = Readonly<{ zh: Explanation; en: Explanation }>

export function bilingual(zhWhat: string, zhFix: string, enWhat: string, enFix: string): Bilingual {
  return { zh: { what: zhWhat, fix: zhFix }, en: { what: enWhat, fix: enFix } }
}
