/**
 * What looks like a label and is none: 二、三产业, 3.5亿元, （二）项规定 (documents.md §3, "Not markers").
 * A pattern here is certain; what only the neighbours can tell is left to `accept-marker.ts`.
 */
import { chineseNumber, numeral } from './chinese-number.ts'

export type Likeness = 'label' | 'perhaps' | 'no-label'

/** What a pair of neighbouring numbers counts: 一、二级水源, 1、2、3号楼. */
const counted =
  /^(?:、|产业|级|线|年级|月|期|审|楼|层|类|季|把手|等|批|轮|档|环|号|组|队|流|者|日|岁|年)/
/** What a decimal number measures: 3.5亿元. */
const measured =
  /^(?:亿|万|千|百|元|%|％|‰|个百分点|公里|千米|米|平方|立方|亩|吨|倍|公顷|公斤|度|小时|月|折|㎡|m|k|M|G|T)/

/** After 一、 */
export function chineseLikeness(number: number, rest: string): Likeness {
  const next = new RegExp(`^${numeral}+`).exec(rest)?.[0]
  if (next === undefined) return 'label'
  const after = rest.slice(next.length)
  if (after.startsWith('是')) return 'label'
  const follows = chineseNumber(next) === number + 1
  return follows && counted.test(after) ? 'no-label' : 'perhaps'
}

/** After 1、 */
export function listedLikeness(number: number, rest: string): Likeness {
  const next = /^\d+/.exec(rest)?.[0]
  if (next === undefined) return 'label'
  return Number(next) === number + 1 && next.length <= 3
    ? pairLikeness(rest.slice(next.length))
    : 'perhaps'
}

function pairLikeness(after: string): Likeness {
  return counted.test(after) || /^[个名人户家座台]/.test(after) ? 'no-label' : 'perhaps'
}

/** After 1. */
export function dottedLikeness(rest: string): Likeness {
  const next = /^\d+(?:\.\d+)*/.exec(rest)?.[0]
  if (next === undefined) return 'label'
  return measured.test(rest.slice(next.length)) ? 'no-label' : 'perhaps'
}

/** After （一） or （1）: a reference to an item of a rule, not an item. */
export function bracketedLikeness(rest: string): Likeness {
  const reference =
    /^(?:项(?!目)|款(?![项物])|目(?=规定|[、，。])|[至到、和及或与～—-]\s*第?[（(〔])/
  return reference.test(rest) ? 'no-label' : 'label'
}

/** After 第三条 */
export function ordinalLikeness(rest: string): Likeness {
  if (rest === '' || /^[\s（(：:]/.test(rest)) return 'label'
  if (/^(?:规定|的|之|第|款|项|所|以|及|和|与|至|到|中|里|内|[、，。；）)》”])/.test(rest))
    return 'no-label'
  return 'perhaps'
}
