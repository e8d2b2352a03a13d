/** The due light in words, colour and shape: ▲ 逾期3天, ◆ 还剩5天, ● 还剩20天, with the day it is due; 待定 with why. */
import type { Day } from '@luoshi/domain/kernel/day'
import { undeterminedWords, type Owing } from '@luoshi/domain/matters/limit'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { dueOf, type DueLight } from './due.ts'

const shapes: Readonly<Record<DueLight, string>> = {
  red: 'M6 1l5.2 9.5H.8z',
  amber: 'M6 .8L11.2 6 6 11.2.8 6z',
  green: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z',
  none: 'M1.5 5.4h9v1.2h-9z',
}

export function DueMark({
  matter,
  today,
  withDay = true,
}: Readonly<{
  matter: Owing
  today: Day
  withDay?: boolean
}>) {
  const { shell } = useWords()
  const language = useLanguage()
  const { light, left, on, what, isOpen } = dueOf(matter, today)
  if (isOpen) {
    const { short, why } = undeterminedWords[language]
    return (
      <span className="due due-open" title={why}>
        {short}
        <span className="sr-only">（{why}）</span>
        {withDay && <small aria-hidden="true">{shell.byDay.open[what]}</small>}
      </span>
    )
  }
  if (left === null || on === null) return <span className="due due-none">—</span>
  return (
    <span className={`due due-${light}`}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">
        <path d={shapes[light]} fill="currentColor" />
      </svg>
      {leftText(left, shell.byDay)}
      {withDay && (
        <small>
          {shell.byDay[what]} {dayText(on, today, language)}
        </small>
      )}
    </span>
  )
}

type ByDay = Readonly<{
  late: (days: number) => string
  today: string
  left: (days: number) => string
}>

/** 逾期3天, 今天到期, 还剩5天. */
export function leftText(left: number, words: ByDay): string {
  if (left < 0) return words.late(-left)
  return left === 0 ? words.today : words.left(left)
}
