/** The forms of those who voted beside the members, each group's figures in a table of its own. */
import { validForms } from '@luoshi/domain/ballots/ballot-count'
import { shownResults } from '@luoshi/domain/ballots/ballot-sheet'
import { voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { BallotDetail } from '@luoshi/server/contract/ballots'
import { useSay, useWords } from '../words/language.ts'
import { FiguresTable } from './figures-table.tsx'

const words = {
  weight: (weight: number) => ({ zh: `（权重${weight}%）`, en: ` (${weight} %)` }),
  beside: { zh: '（供参考，不决定等次）', en: ' (for information)' },
  heads: (invited: number, present: number) => ({
    zh: `应参加${invited}人，实到${present}人`,
    en: `${present} of ${invited} invited came`,
  }),
}

/** 人大代表应参加60人，实到55人 */
export function groupHeads({ group, invited, present }: BallotDetail['groups'][number]) {
  const name = voterGroupLabels[group]
  const heads = words.heads(invited, present)
  return { zh: `${name.zh}${heads.zh}`, en: `${name.en}: ${heads.en}` }
}

export function GroupResults({ ballot }: Readonly<{ ballot: BallotDetail }>) {
  const { ballots } = useWords()
  const say = useSay()
  const { count } = ballot
  if (!count?.groups) return null
  const shown = shownResults(ballot, count)
  return count.groups.map(({ group, count: own }) => {
    const voter = ballot.ruleBook.settings.voters.value.find((one) => one.group === group)
    const heads = ballot.groups.find((one) => one.group === group)
    const standing = voter?.weight === undefined ? words.beside : words.weight(voter.weight)
    return (
      <section key={group} aria-label={say(voterGroupLabels[group])}>
        <h3>
          {say(voterGroupLabels[group])}
          {say(standing)}
        </h3>
        <p className="quiet">
          {heads && `${say(words.heads(heads.invited, heads.present))} · `}
          {ballots.issued} {own.issued} · {ballots.returned} {own.returned} · {ballots.valid}{' '}
          {validForms(own)} · {ballots.invalid} {own.invalid}
        </p>
        <FiguresTable
          ballot={ballot}
          rows={own.rows}
          shares={shown.map(({ groups }) => groups.find((one) => one.group === group)?.shares)}
        />
      </section>
    )
  })
}
