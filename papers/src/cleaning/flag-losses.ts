/**
 * What a person must look at in the cleaned text: characters that could not be read, private-use
 * characters, `??`, a lone `?` between Han that ends no question, frames of a gap, and in a text that was
 * glossed the glosses left over and what stands between two `?` close together.
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
    ...(wasGlossed ? glossesLeft(text) : []),
    ...(wasGlossed ? everywhere(text, NEAR_QUESTIONS, 'open-gap') : []),
  ]
}

/** What stands between two lost bytes so close is out of step, be it ever so common: 客戶 as ?蜕?. */
const NEAR_QUESTIONS = /(?<=\p{Script=Han})(?<!\?)\?\p{Script=Han}{1,2}\?(?!\?)/gu
const LONE_QUESTION = /(?<=\p{Script=Han})(?<![呢吗么嗎麼吧啊呀否何])\?(?=\p{Script=Han})/gu
const GLOSS = new RegExp(`.[(（](?:${SYLLABLE})[)）]`, 'gu')
const TONE_MARK = /[\u0300\u0301\u0304\u030c]/

/** Only with a tone mark: (rd) and (gdp) are abbreviations. */
function glossesLeft(text: string): readonly Remark[] {
  return everywhere(text, GLOSS, 'gloss-left').filter(({ start, end }) =>
    TONE_MARK.test(text.slice(start, end).normalize('NFD')),
  )
}

function everywhere(text: string, pattern: RegExp, kind: FlagKind): readonly Remark[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }))
}
