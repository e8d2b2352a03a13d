/** What the official said against an opinion, in writing or at the meeting, and how it was answered. */
import { defenceOutcomeLabels } from '@luoshi/domain/matters/defence'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { approvingBodyLabels } from '@luoshi/domain/people/approval'
import { listDefences, type DefenceRow, type DefencesShown } from '@luoshi/server/contract/defences'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../api/server.ts'
import { ProblemNote } from '../../../ui/problem-note.tsx'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../../../words/language.ts'
import { EvidenceChips } from '../evidence/evidence-chips.tsx'
import { nowOf } from '../../../ui/now-of.ts'
import { AnswerDefence } from './answer-defence.tsx'
import { FileDefence } from './file-defence.tsx'

type Doing = Readonly<{ what: 'file' }> | Readonly<{ what: 'answer'; row: DefenceRow }>

export function DefenceCard({ matter }: Readonly<{ matter: MatterId }>) {
  const { defence: words } = useWords().matterPage
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['defences', matter],
    queryFn: () => ask(listDefences, { params: { matter } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data || !isWorthShowing(data)) return null
  const { rows, spoken, may } = data
  return (
    <section className="card defences" aria-labelledby="defences">
      <div className="card-head">
        <h2 id="defences">{words.title}</h2>
        {may.file && (
          <Button className="no-print" size="small" onClick={() => setDoing({ what: 'file' })}>
            {words.file}
          </Button>
        )}
      </div>
      <Window shown={data} />
      {rows.map((row) => (
        <Written
          key={row.id}
          row={row}
          onAnswer={may.answer ? () => setDoing({ what: 'answer', row }) : null}
        />
      ))}
      {spoken.map((one) => (
        <Spoken key={one.id} one={one} />
      ))}
      {doing?.what === 'file' && <FileDefence matter={matter} onClose={close} />}
      {doing?.what === 'answer' && <AnswerDefence row={nowOf(rows, doing.row)} onClose={close} />}
    </section>
  )
}

/** Nothing was said and nothing can be: no empty card for those who cannot do anything about it. */
function isWorthShowing({ rows, spoken, may }: DefencesShown): boolean {
  return rows.length + spoken.length > 0 || may.file
}

/** Until when, and how that day came about; to whoever may still file one. */
function Window({ shown: { window, may, rows, spoken } }: Readonly<{ shown: DefencesShown }>) {
  const { defence: words } = useWords().matterPage
  const language = useLanguage()
  const say = useSay()
  if (window === null || !may.file) return null
  const until =
    window.until === null ? words.openUntil : words.until(fullDayText(window.until, language))
  return (
    <p className="card-body quiet">
      {rows.length + spoken.length === 0 && `${words.none} `}
      {until}
      <small>（{say(window.words)}）</small>
    </p>
  )
}

function Written({
  row: { round, on, text, signedBy, evidence, answer },
  onAnswer,
}: Readonly<{ row: DefenceRow; onAnswer: (() => void) | null }>) {
  const { defence: words } = useWords().matterPage
  const language = useLanguage()
  const say = useSay()
  return (
    <article className="record">
      <p className="quiet">
        {words.written(fullDayText(on, language), signedBy, round)}
        {answer === null && <span className="due-amber"> {words.waits}</span>}
      </p>
      <p className="as-written">{text}</p>
      <EvidenceChips files={evidence} />
      {answer !== null && (
        <>
          <p>
            <b>{say(defenceOutcomeLabels[answer.outcome])}</b>{' '}
            <span className="quiet">
              {words.answered(
                fullDayText(answer.on, language),
                say(approvingBodyLabels[answer.approval.body]),
                answer.approval.reference,
              )}
            </span>
          </p>
          <p className="as-written">{answer.text}</p>
        </>
      )}
      {answer === null && onAnswer && (
        <span className="card-actions no-print">
          <Button size="small" type="primary" onClick={onAnswer}>
            {words.answer}
          </Button>
        </span>
      )}
    </article>
  )
}

function Spoken({ one }: Readonly<{ one: DefencesShown['spoken'][number] }>) {
  const { defence: words } = useWords().matterPage
  const language = useLanguage()
  return (
    <article className="record">
      <p className="quiet">
        {words.spoken(one.on === null ? '' : fullDayText(one.on, language), one.speaker)}
      </p>
      <p className="as-written">{one.text}</p>
    </article>
  )
}
