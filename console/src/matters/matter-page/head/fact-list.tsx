/** Who answers for the matter, by which letter, under which appraisal and rules. */
import { awaitsSession, undeterminedWords, type Limit } from '@luoshi/domain/matters/limit'
import { currentRound } from '@luoshi/domain/matters/matter'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import type { ReactNode } from 'react'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { comma, inBrackets } from '../../../words/marks.ts'

export function FactList({ detail }: Readonly<{ detail: MatterDetail }>) {
  const { matterPage, matters } = useWords()
  const { head } = matterPage
  const language = useLanguage()
  const { matter } = detail
  const { handOver } = matter
  const round = currentRound(matter)
  const day = (one: Parameters<typeof fullDayText>[0]) => fullDayText(one, language)
  const limit = (one: Limit) =>
    one === awaitsSession
      ? `${undeterminedWords[language].short}${inBrackets(language, undeterminedWords[language].why)}`
      : day(one)
  const signed =
    handOver?.signedBy && handOver.signedOn
      ? `${comma(language)}${head.signed(handOver.signedBy, day(handOver.signedOn))}`
      : ''
  const facts: readonly (readonly [string, ReactNode])[] = [
    [handOver === null ? head.proposed : head.unit, detail.unitName ?? head.none],
    [head.official, detail.officialName ?? head.none],
    [head.appraisal, detail.appraisal.title],
    [head.phase, matters.phases[matter.phase]],
    ...(handOver === null
      ? []
      : [
          [
            head.letter,
            `${handOver.letter}${comma(language)}${head.handedOn(day(handOver.on))}${signed}`,
          ] as const,
        ]),
    ...(round === null ? [] : [[head.due, limit(round.due)] as const]),
    ...(round?.planDue ? [[head.planDue, limit(round.planDue)] as const] : []),
    ...(matter.commitment === null
      ? []
      : [[head.commitment, day(matter.commitment.until)] as const]),
    [head.opened, day(matter.openedOn)],
    [head.ruleBook, detail.ruleBook.name],
  ]
  return (
    <dl className="fact-list" aria-label={head.facts}>
      {facts.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}
