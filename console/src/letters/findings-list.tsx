/** What the wording of a letter leaves open: where, which words, and what to write instead. */
import { wordingFaultLabels, type WordingFinding } from '@luoshi/domain/letters/lint-wording'
import { isId } from '@luoshi/domain/kernel/ids'
import { useSay, useWords } from '../words/language.ts'
import type { MatterName } from './letter-editor.tsx'

export function FindingsList({
  findings,
  matters,
}: Readonly<{ findings: readonly WordingFinding[]; matters: readonly MatterName[] }>) {
  const { letters: words } = useWords()
  const say = useSay()
  const placeOf = ({ place, part }: WordingFinding) => {
    if (!isId('matter', place)) return words.sections[place]
    const number = matters.find(({ id }) => id === place)?.number ?? 0
    return `${words.matterNumber(number)}${part === null ? '' : `·${words.partIn[part]}`}`
  }
  return (
    <aside
      className="card letter-reading no-print"
      aria-label={words.reading}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
    >
      <div className="card-head">
        <h2>
          {words.reading}
          <small className="number">{findings.length}</small>
        </h2>
      </div>
      <div className="card-body">
        {findings.length === 0 ? (
          <p className="quiet">{words.readingClean}</p>
        ) : (
          <ul>
            {findings.map((finding, at) => (
              <li key={at}>
                <b>{placeOf(finding)}</b>{' '}
                <span className="letter-fault">{say(wordingFaultLabels[finding.fault])}</span>
                {finding.quote !== '' && <q>{finding.quote}</q>}
                <p className="quiet">{say(finding.suggestion)}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
    </aside>
  )
}
