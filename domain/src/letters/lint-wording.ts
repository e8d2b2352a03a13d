/**
 * Reads an opinion letter before it is approved and says what nobody could check afterwards: vague words, and items
 * whose demand does not say who, what, how much and by when. It never stops a letter; what is left is recorded.
 *
 * Source: domain.md §14 (“opinions vague … lint on wording at drafting: who, what, how much, when is missing”).
 */
import type { MatterId } from '../kernel/ids.ts'
import {
  letterSections,
  type LetterContent,
  type LetterItem,
  type LetterSection,
} from './letter.ts'
import { vagueWords } from './vague-words.ts'

export const wordingFaults = ['vague', 'who', 'what', 'howMuch', 'byWhen'] as const

export type WordingFault = (typeof wordingFaults)[number]

export const wordingFaultLabels: Readonly<
  Record<WordingFault, Readonly<{ zh: string; en: string }>>
> = {
  vague: { zh: '空话', en: 'Vague' },
  who: { zh: '缺“谁来做”', en: 'Says not who' },
  what: { zh: '缺“做什么”', en: 'Says not what' },
  howMuch: { zh: '缺“做到什么程度”', en: 'Says not how much' },
  byWhen: { zh: '缺“什么时候完成”', en: 'Says not by when' },
}

export type WordingFinding = Readonly<{
  place: LetterSection | MatterId
  /** Which text of an item; null for a section. */
  part: 'problem' | 'request' | null
  fault: WordingFault
  /** The words it is about; empty where something is missing. */
  quote: string
  suggestion: Readonly<{ zh: string; en: string }>
}>

export function lintWording(letter: LetterContent): readonly WordingFinding[] {
  // The ballot is reckoned from counts and says what it says.
  const sections = letterSections.filter((section) => section !== 'ballot')
  return [
    ...sections.flatMap((place) => vagueIn(letter[place], place, null)),
    ...letter.items.flatMap(lintItem),
  ]
}

function lintItem(item: LetterItem): readonly WordingFinding[] {
  const { matter: place, problem, request } = item
  const missing = missingIn(item).map((fault) => {
    const suggestion = askFor[fault]
    return { place, part: 'request', fault, quote: '', suggestion } as const
  })
  return [...vagueIn(problem, place, 'problem'), ...vagueIn(request, place, 'request'), ...missing]
}

type Missing = Exclude<WordingFault, 'vague'>

const askFor: Readonly<Record<Missing, Readonly<{ zh: string; en: string }>>> = {
  who: {
    zh: '写明由哪个单位或者哪个岗位负责，例如“由公路局牵头”。',
    en: 'Name the unit or post that has to do it.',
  },
  what: {
    zh: '用一个看得见结果的动词写明要做的事，例如“修复”“公开”“清退”“出台”。',
    en: 'Say what is to be done with a verb whose result can be seen.',
  },
  howMuch: {
    zh: '写明数量、范围或者标准，例如“全部12处”“合格率达到98%”。',
    en: 'Give the number, the range or the standard.',
  },
  byWhen: {
    zh: '写明完成的日期，例如“2026年6月30日前”；不另写的，只受全文办理期限约束。',
    en: 'Give the day; otherwise only the letter’s own time limit holds.',
  },
}

const doers =
  /由[^，。；]{2,20}?(?:负责|牵头|承办|组织|会同|完成)|(?:局|委|办|院|所|队|中心|公司|镇|乡|街道|部门|政府|负责人|局长|主任|分管)/u
const deeds =
  /修复|修建|修订|修改|建成|新建|改建|改造|安装|更换|拆除|清理|清淤|清退|清除|整治|整修|疏通|恢复|公开|公布|公示|出台|制定|印发|补发|补办|补种|返还|退还|支付|兑现|处理|查处|立案|追缴|约谈|回复|答复|答疑|取消|停止|关停|撤销|合并|开通|增设|配齐|配备|招录|培训|检测|检查|排查|巡查|普查|登记|建立|建档|移交|验收|完成|编制|核减|核实|回访|上门|接通|供水|供电|开放|缩短|降低|减少|压减|提前|达到/u
const amounts =
  /[0-9０-９]|[一二三四五六七八九十百千万两半]+(?:[个件条处项户人次家所座公里亩米吨元成倍名台批份%％]|分之)|全部|逐一|逐项|逐户|每(?:个|月|季|周|户|年)|所有|不少于|不低于|不超过|以上|以内|为零|清零/u
const days =
  /[0-9０-９一二三四五六七八九十]+(?:月|日|个?工作日|个月|天|年)(?:[^，。；]{0,6}(?:前|内|底|末))?|(?:年|月|季度?)(?:底|末)|(?:汛期|开学|冬季|供暖|春节|国庆)[^，。；]{0,4}前/u

/** The official of an item is printed beside it: that is who, unless the text names somebody. */
function missingIn({ official, problem, request }: LetterItem): readonly Missing[] {
  const bare = vagueWords.reduce((left, { word }) => left.replaceAll(everywhere(word), ''), request)
  const hasAmount = [bare, problem].some((text) => amounts.test(withoutDays(text)))
  const lacks: Readonly<Record<Missing, boolean>> = {
    who: official === null && !doers.test(bare),
    what: !deeds.test(bare),
    howMuch: !hasAmount,
    byWhen: !days.test(bare),
  }
  return (['who', 'what', 'howMuch', 'byWhen'] as const).filter((fault) => lacks[fault])
}

function withoutDays(text: string): string {
  return text.replaceAll(everywhere(days), '')
}

function everywhere({ source }: RegExp): RegExp {
  return new RegExp(source, 'gu')
}

function vagueIn(
  text: string,
  place: WordingFinding['place'],
  part: WordingFinding['part'],
): readonly WordingFinding[] {
  return vagueWords.flatMap(({ word, instead }) =>
    [...text.matchAll(everywhere(word))].map(([quote]) => ({
      place,
      part,
      fault: 'vague' as const,
      quote,
      suggestion: { zh: `${instead}。`, en: 'Say it so that somebody can check it.' },
    })),
  )
}
