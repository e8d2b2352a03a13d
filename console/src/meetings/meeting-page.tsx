/** The meeting itself: who is there, what is said, taken down by keyboard alone, and opinions made of it on the spot. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import {
  adjournMeeting,
  beginMeeting,
  closeMeeting,
  type MeetingRow,
  type SpeechRow,
} from '@luoshi/server/contract/meetings'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import './meetings.css'
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
        actions={<Steps meeting={meeting} />}
      />
      {isOpen && may('TakeSpeech') && <TakeDown meeting={meeting.id} />}
      <section className="card" aria-label={words.speeches}>
        <div className="card-head">
          <h2>
            {words.speeches}
            <small className="number">{speeches.length}</small>
          </h2>
        </div>
        {speeches.length === 0 && <EmptyNote title={words.noSpeeches} />}
        <ol className="speeches">
          {speeches.toReversed().map((speech) => (
            <SpeechItem key={speech.id} speech={speech} onTurn={() => setTurning(speech)} />
          ))}
        </ol>
      </section>
      {turning && (
        <TurnSpeech speech={turning} meeting={meeting} onClose={() => setTurning(null)} />
      )}
    </>
  )
}

type Doing = 'begin' | 'close' | 'adjourn'

function Steps({ meeting }: Readonly<{ meeting: MeetingRow }>) {
  const { meetings: words } = useWords()
  const may = useMay()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { status } = meeting
  return (
    <>
      {status === 'convened' && may('BeginMeeting') && (
        <Button type="primary" onClick={() => setDoing('begin')}>
          {words.begin}
        </Button>
      )}
      {status === 'inSession' && may('CloseMeeting') && (
        <Button onClick={() => setDoing('close')}>{words.close}</Button>
      )}
      {(status === 'convened' || status === 'inSession') && may('AdjournMeeting') && (
        <Button onClick={() => setDoing('adjourn')}>{words.adjourn}</Button>
      )}
      <Link to="/meetings/$meeting/screen" params={{ meeting: meeting.id }} target="_blank">
        {words.screen}
      </Link>
      {doing && <Step meeting={meeting} doing={doing} onClose={() => setDoing(null)} />}
    </>
  )
}

function Step({
  meeting: { id, version, members, quorum },
  doing,
  onClose,
}: Readonly<{ meeting: MeetingRow; doing: Doing; onClose: () => void }>) {
  const { meetings: words } = useWords()
  const [present, setPresent] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const params = { meeting: id }
  const act = useAct(() => {
    switch (doing) {
      case 'begin':
        return ask(beginMeeting, { params, body: { version, present: present ?? 0 } })
      case 'close':
        return ask(closeMeeting, { params, body: { version } })
      case 'adjourn':
        return ask(adjournMeeting, { params, body: { version, reason } })
    }
  }, ['meeting', 'meetings', 'appraisals'])
  const ready = { begin: present !== null, close: true, adjourn: reason.trim() !== '' }[doing]
  return (
    <FormDialog
      title={words[doing]}
      action={words[doing]}
      ready={ready}
      pending={act.isPending}
      error={act.error}
      onSubmit={() => act.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      {doing === 'begin' && (
        <Field label={words.present} hint={words.quorum(quorum, members)}>
          {(parts) => (
            <InputNumber {...parts} min={0} max={members} value={present} onChange={setPresent} />
          )}
        </Field>
      )}
      {doing === 'close' && <p>{words.closeEffect}</p>}
      {doing === 'adjourn' && (
        <Field label={words.adjournReason}>
          {(parts) => (
            <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
      )}
    </FormDialog>
  )
}
