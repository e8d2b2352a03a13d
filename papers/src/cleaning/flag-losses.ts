/**
 * What a person must look at in the cleaned text: characters that could not be read, private-use
 * characters, `??`, a lone `?` between Han that ends no question, frames of a gap, and glosses left
 * over in a text that was glossed.
 * Source: design/documents.md §2, rule 9.
 */
import type { FlagKind } from './cleaned.ts'
import type { Remark } from './manuscript.ts'
import { SYLLABLE } from './pinyin-reading.ts'

export function flagLosses(text: string, wasGlossed: boolean): readonly Remark[] {
  return [
    ...everywhere(text, /\ufffd+/g, 'unreadable'),
    ...everywhere(text, /[\ue000-\uf8ff]+|[\udb80-\udbff][\udc00-\udfff]/g, 'private-use'),
    ...everywhere(text, /\?{2,}/g, 'open-gap'),
    ...everywhere(text, /□…□/g, 'open-gap'),
    ...everywhere(text, LONE_QUESTION, 'lone-question'),
    ...(wasGlossed ? everywhere(text, GLOSS_LEFT, 'gloss-left') : []),
  ]
}

const LONE_QUESTION = /(?<=\p{Script=Han})(?<![呢吗么嗎麼吧啊呀否何])\?(?=\p{Script=Han})/gu
const GLOSS_LEFT = new RegExp(
  `.[(（](?=[a-zü]{0,5}[^\\u0000-\\u00ffü]|[^)）]{0,6}[àáèéìíòóùú])${SYLLABLE}[)）]`,
  'gu',
)

function everywhere(text: string, pattern: RegExp, kind: FlagKind): readonly Remark[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
