/** What the rows of a ballot are called, in the language of the reader. */
import type { BallotRow } from '@luoshi/domain/ballots/ballot-rows'
import { axisLabels } from '@luoshi/domain/verdicts/verdict'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useSay, useWords } from '../words/language.ts'

export function useRowName({ officialName, judged }: BallotDetail): (row: BallotRow) => string {
  const { ballots: words } = useWords()
  const say = useSay()
  return (row) => {
    switch (row.type) {
      case 'official':
        return row.item ?? words.resultOf(officialName)
      case 'report':
        return words.reportAxis(say(axisLabels[row.axis]))
      case 'matter': {
        const number = judged.find(({ id }) => id === row.matter)?.number ?? 0
        return words.matterAxis(number, say(axisLabels[row.axis]))
      }
    }
  }
}
