/**
 * Reads the yearly notice as it is published, so that nobody types thirty dates:
 * “二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。”
 *
 * Source: the form of 国务院办公厅关于部分节假日安排的通知, 2024–2026. What it says is checked against its own count (共9天).
 */
import { dayFrom, daysBetween, daysInMonth, type Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Holiday, HolidayYear } from './holiday-year.ts'

export type NoticeReadingRefusal = ByCode<{
  'notice-names-no-holiday': Nothing
  'notice-line-unclear': { line: string }
  'notice-no-such-day': { line: string }
  'notice-count-differs': { line: string; says: number; counts: number }
}>

type Read = Readonly<{ holiday: Holiday; workdays: readonly Day[] }>

export function readNotice(
  year: number,
  text: string,
): Result<Pick<HolidayYear, 'holidays' | 'workdays'>, NoticeReadingRefusal> {
  const holidays: Holiday[] = []
  const workdays: Day[] = []
  for (const line of linesOf(text)) {
    const read = readLine(year, line)
    if (!read.ok) return read
    holidays.push(read.value.holiday)
    workdays.push(...read.value.workdays)
  }
  if (holidays.length === 0) return refuse({ code: 'notice-names-no-holiday' })
  return accept({ holidays, workdays: [...new Set(workdays)].toSorted() })
}

/** A holiday begins a sentence, after its number if it has one; notes in brackets say nothing of dates. */
const begins =
  /(?<=^|[。；;]|[一二三四五六七八九十]、)(?=(?:元旦|春节|清明|劳动|端午|中秋|国庆)[^：:。；\d]*[：:])/

function linesOf(text: string): readonly string[] {
  return text
    .replaceAll(/[（(][^（）()]*[）)]/g, '')
    .replaceAll(/\s*\n\s*/g, '。')
    .replaceAll(/\s+/g, '')
    .split(begins)
    .filter((part) => /^[^：:。]*[：:].*\d+月\d+日/.test(part))
    .map((part) => part.replace(/[。一二三四五六七八九十、]+$/, ''))
}

function readLine(year: number, line: string): Result<Read, NoticeReadingRefusal> {
  const [, name = '', rest = ''] = /^([^：:]*)[：:](.*)$/.exec(line) ?? []
  const off =
    /^(?:\d{4}年)?(\d+)月(\d+)日(?:(?:至|—|-|－)(?:(\d+)月)?(\d+)日)?[^。；]*?(?:放假|休)/.exec(
      rest,
    )
  if (name === '' || !off) return refuse({ code: 'notice-line-unclear', line })
  const [, month = '', first = '', lastMonth = month, last = first] = off
  const from = dayIn(year, month, first)
  const to = dayIn(year, lastMonth, last)
  const works = worksOf(year, rest.slice(off[0].length))
  if (!from || !to || !works) return refuse({ code: 'notice-no-such-day', line })
  const says = /共(\d+)天/.exec(rest)
  const counts = daysBetween(from, to) + 1
  if (says && Number(says[1]) !== counts)
    return refuse({ code: 'notice-count-differs', line, says: Number(says[1]), counts })
  return accept({ holiday: { name, from, to }, workdays: works })
}

/** “2月14日、2月28日上班”: the days of every sentence that ends in 上班; a day without a month is of the one before. */
function worksOf(year: number, rest: string): readonly Day[] | null {
  const found: Day[] = []
  for (const sentence of rest.split(/[。；;，,]/).filter((one) => one.includes('上班'))) {
    let month = ''
    for (const [, named, date = ''] of sentence.matchAll(/(?:(\d+)月)?(\d+)日/g)) {
      month = named ?? month
      const one = dayIn(year, month, date)
      if (!one) return null
      found.push(one)
    }
  }
  return found
}

function dayIn(year: number, month: string, date: string): Day | null {
  const parts = { year, month: Number(month), date: Number(date) }
  const exists = parts.date >= 1 && parts.date <= daysInMonth(year, parts.month)
  return exists ? dayFrom(parts) : null
}

export function explainNoticeReading(refusal: NoticeReadingRefusal): Bilingual {
  switch (refusal.code) {
    case 'notice-names-no-holiday':
      return bilingual(
        '没有读出任何节日。',
        '请粘贴通知中的放假安排，每个节日写成“元旦：1月1日至3日放假调休，共3天。1月4日上班。”',
        'No holiday was found in the text.',
        'Paste the part of the notice that lists the holidays.',
      )
    case 'notice-line-unclear':
      return bilingual(
        `没有看懂“${refusal.line}”。`,
        '请写成“节日：几月几日至几日放假”，再核对一遍。',
        `“${refusal.line}” was not understood.`,
        'Write it as 节日：几月几日至几日放假.',
      )
    case 'notice-no-such-day':
      return bilingual(
        `“${refusal.line}”里有不存在的日期。`,
        '请对照通知原文改正日期。',
        `There is no such day as in “${refusal.line}”.`,
        'Mend the date by the notice.',
      )
    case 'notice-count-differs':
      return bilingual(
        `“${refusal.line}”写共${refusal.says}天，按起止日期数出${refusal.counts}天。`,
        '请对照通知原文改正日期或者天数。',
        `“${refusal.line}” says ${refusal.says} days; its dates make ${refusal.counts}.`,
        'Mend the dates or the count by the notice.',
      )
  }
}
