/** What the committee judged of the matters, round by round: beside what the people say, neither in place of the other. */
import type { EffectSeries, JudgedMatter } from '@luoshi/server/contract/effects'
import { useSession } from '../../api/session.ts'
import { MatterLink } from '../../ui/matter-link.tsx'
import { dayText } from '../../words/day-text.ts'
import { useLanguage, useWords } from '../../words/language.ts'

export function JudgedList({
  judged,
  series,
}: Readonly<{ judged: readonly JudgedMatter[]; series: readonly EffectSeries[] }>) {
  const { effects: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const satisfied = judged.some(({ rounds }) => rounds.at(-1)?.outcome === 'satisfied')
  return (
    <>
      <ul className="effect-judged">
        {judged.map(({ matter, number, title, rounds }) => (
          <li key={matter}>
            <MatterLink matter={matter}>{`${words.matter(number)} ${title}`}</MatterLink>
            {rounds.length === 0 && <p className="quiet">{words.notJudged}</p>}
            {rounds.map(({ round, on, outcome, grades }) => (
              <p key={round}>
                {words.round(round, dayText(on, today, language))}{' '}
                <strong>{words.outcomes[outcome]}</strong>{' '}
                <span className="quiet">{words.grades(...grades)}</span>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {satisfied && series.some(isNotBetter) && <p className="effect-relapse">{words.apart}</p>}
    </>
  )
}

function isNotBetter({ stands, effect, relapse }: EffectSeries): boolean {
  return stands && effect !== null && (effect.verdict !== 'improved' || relapse !== null)
}
