/** What the rows of a ballot are called, and which columns its form has, by the rule it is counted by. */
import type { RowField } from '@luoshi/domain/ballots/ballot-count'
import type { BallotRow } from '@luoshi/domain/ballots/ballot-rows'
import { countingRules } from '@luoshi/domain/verdicts/counting/rules'
import { markLabel } from '@luoshi/domain/verdicts/counting/shares'
import { voteKinds } from '@luoshi/domain/verdicts/counting/rule'
import { axes, axisLabels } from '@luoshi/domain/verdicts/verdict'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useSay, useWords } from '../words/language.ts'

export function useRowName({ officialName, judged }: BallotDetail): (row: BallotRow) => string {
  const { ballots: words } = useWords()
  const say = useSay()
  return (row) => {
    switch (row.type) {
      case 'official':
        return words.resultOf(officialName)
      case 'report':
        return words.reportAxis(say(axisLabels[row.axis]))
      case 'matter': {
        const number = judged.find(({ id }) => id === row.matter)?.number ?? 0
        return words.matterAxis(number, say(axisLabels[row.axis]))
      }
    }
  }
}

export type Column = Readonly<{ field: RowField; zh: string; en: string }>

/** The marks printed on the form, and the rows that were spoiled. */
export function columnsOf({ subject, ruleBook }: BallotDetail): readonly Column[] {
  const { settings } = ruleBook
  const isOfficial = subject.type === 'official'
  const rules = isOfficial
    ? [settings.officialBallot.value.rule]
    : axes.map((axis) => settings.axes.value[axis].rule)
  const [first = 'all-members-3'] = rules
  const kinds = voteKinds.filter((kind) => {
    // A verdict on rectification knows no 不了解: it is judged by those who looked into it.
    if (kind === 'unknown' && !isOfficial) return false
    return rules.some((rule) => countingRules[rule].marks[kind] !== undefined)
  })
  const marks = kinds.map((field) => ({ field, ...markLabel(field, countingRules[first]) }))
  return [...marks, { field: 'spoiled', zh: '本行作废', en: 'Spoiled here' }]
}
