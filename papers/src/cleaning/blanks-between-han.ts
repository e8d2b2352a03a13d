/**
 * A single blank between Han goes; two or more stay, for they separate (责任领导：李红梅  责任股室：…).
 * Three single blanks separate as well and stay: behind 第一条 at the start of a line, before a field
 * label, and between full names in a row (王明 李红梅).
 * Source: design/documents.md §2, rule 7.
 */
import type { Replacement } from './manuscript.ts'
import { isFullName } from './surnames.ts'

export function blanksBetweenHan(text: string): readonly Replacement[] {
  const replacements: Replacement[] = []
  for (const match of text.matchAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu)) {
    if (!separates(text, match.index)) replacements.push({ at: match.index, length: 1, after: '' })
  }
  return replacements
}

function separates(text: string, at: number): boolean {
  const before = (at <= REACH ? '\n' : '') + text.slice(Math.max(0, at - REACH), at)
  const after = text.slice(at + 1, at + 1 + REACH)
  if (LABEL_BEHIND.test(before) || FIELD_AHEAD.test(after)) return true
  return isFullName(HAN_AT_END.exec(before)?.[0]) && isFullName(HAN_AT_START.exec(after)?.[0])
}

/** As far as the longest label reaches, 第一百二十三条 or 责任单位及责任人：. */
const REACH = 12
const LABEL_BEHIND = /\n *[?\ufffd]{0,2}第[〇零一二三四五六七八九十百千]{1,7}[条條章节節编編]$/
const FIELD_AHEAD = /^\p{Script=Han}{2,8}[：:]/u
const HAN_AT_END = /\p{Script=Han}{1,12}$/u
const HAN_AT_START = /^\p{Script=Han}{1,12}/u
