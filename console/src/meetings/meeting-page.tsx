/** The meeting itself: who is there, what is said, taken down by keyboard alone, and opinions made of it on the spot. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { attendanceText, changesIn } from '@luoshi/domain/meetings/attendance'
import { adjournmentLabels } from '@luoshi/domain/meetings/agenda'
import type { SpeechRow } from '@luoshi/server/contract/meetings'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay } from '../api/session.ts'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { AgendaPanel } from './agenda-panel.tsx'
import './meetings.css'
import { MeetingSteps } from './meeting-steps.tsx'
import { Results } from './results.tsx'
import { SpeechItem } from './speech-item.tsx'
import { TakeDown } from './take-down.tsx'
import { TurnSpeech } from './turn-speech.tsx'
import { useLiveMeeting } from './use-live-meeting.ts'

const route = getRouteApi('/meetings/$meeting')

export function MeetingPage() {
  const { meeting } = route.useParams()
  return isId('meeting', meeting) ? <Meeting key={meeting} id={meeting} /> : <NotFound />
}

function Meeting({ id }: Readonly<{ id: Id<'meeting'> }>) {
  const { meetings: words } = useWords()
  const may = useMay()
  const say = useSay()
  const language = useLanguage()
  const { data, error, refetch, live } = useLiveMeeting(id)
  const [turning, setTurning] = useState<SpeechRow | null>(null)
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const { meeting, speeches } = data
  const [first] = meeting.appraisals
  const isOpen = meeting.status === 'inSession'
  return (
    <>
      <PageHead
        title={meeting.session}
        lead={
          <>
            {first && (
              <Link
                to="/appraisals/$appraisal"
                params={{ appraisal: first.id }}
                search={{ tab: 'meetings' }}
              >
                {words.back}
              </Link>
            )}{' '}
            · {words.status[meeting.status]} ·{' '}
            {meeting.present === null
              ? words.quorum(meeting.quorum, meeting.members)
              : words.attendance(meeting.present, meeting.members)}{' '}
            · {live === 'lost' ? words.lost : words.live}
          </>
        }
        actions={<MeetingSteps meeting={meeting} />}
      />
      {meeting.how !== null && (
        <p className="meeting-note">
          {words.adjourned(say(adjournmentLabels[meeting.how]), meeting.reason ?? '')}
          {meeting.nextOn !== null &&
            `；${words.adjournedTo(fullDayText(meeting.nextOn, language))}`}
          。{words.adjournEffect}
        </p>
      )}
      {meeting.absent.length > 0 && (
        <p className="quiet">
          {words.absent}：
          {meeting.absent
            .map(({ name, reason }) => (reason === '' ? name : `${name}（${reason}）`))
            .join('、')}
        </p>
      )}
      {changesIn(meeting.moments, meeting.members).length > 0 && (
        <ul className="meeting-changes" aria-label={words.changes}>
          {changesIn(meeting.moments, meeting.members).map((change, at) => (
            // Only ever added to.
            <li key={at}>{say(attendanceText(change, meeting))}</li>
          ))}
        </ul>
      )}
      {isOpen && meeting.present !== null && meeting.present < meeting.quorum && (
        <p className="meeting-note" role="alert">
          {words.attendance(meeting.present, meeting.members)}，{words.quorumLost(meeting.quorum)}
        </p>
      )}
      {isOpen && may('TakeSpeech') && <TakeDown meeting={meeting} speeches={speeches} />}
      {may('TakeSpeech') && (
        <div className="meeting-minutes meeting-script">
          <span className="quiet">{words.script}</span>
          <DownloadPaper kind="chair-script" record={meeting.id} />
        </div>
      )}
      <AgendaPanel meeting={meeting} />
      <Results meeting={meeting} />
      <section className="card" aria-label={words.speeches}>
        <div className="card-head">
          <h2>
            {words.speeches}
            <small className="number">{speeches.length}</small>
          </h2>
        </div>
        {meeting.present !== null && may('TakeSpeech') && (
          <div className="card-body meeting-minutes">
            <span className="quiet">{words.minutes}</span>
            <DownloadPaper kind="meeting-minutes" record={meeting.id} />
          </div>
        )}
        {speeches.length === 0 && <EmptyNote title={words.noSpeeches} />}
        <ol className="speeches">
          {speeches.toReversed().map((speech) => (
            <SpeechItem
              key={speech.id}
              speech={speech}
              answers={speeches.find(({ id: one }) => one === speech.to.question)}
              onTurn={() => setTurning(speech)}
            />
          ))}
        </ol>
      </section>
      {turning && (
        <TurnSpeech speech={turning} meeting={meeting} onClose={() => setTurning(null)} />
      )}
    </>
  )
}
