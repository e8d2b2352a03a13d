/** The meetings that hear an appraisal: convened here, entered from here. */
import { isDay } from '@luoshi/domain/kernel/day'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { usualAgenda, type AgendaPoint } from '@luoshi/domain/meetings/agenda'
import { conveneMeeting, listMeetings, type MeetingRow } from '@luoshi/server/contract/meetings'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { appraisalsQuery } from '../api/lists.ts'
import { useMembers } from '../api/members.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { SessionField } from '../people/session-field.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { Field } from '../ui/field.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { AgendaEditor } from './agenda-editor.tsx'

import './meetings.css'

export function MeetingsTab({ appraisal }: AppraisalTabProps) {
  const { meetings: words } = useWords()
  const may = useMay()
  const [convening, setConvening] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['meetings', appraisal.id],
    queryFn: async () => (await ask(listMeetings, { query: { appraisal: appraisal.id } })).rows,
  })
  const button = may('ConveneMeeting') && appraisal.status === 'running' && (
    <Button type={data?.length === 0 ? 'primary' : 'default'} onClick={() => setConvening(true)}>
      {words.convene}
    </Button>
  )
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data?.length === 0 && (
        <section className="card">
          <EmptyNote title={words.none} action={button}>
            {words.noneFix}
          </EmptyNote>
        </section>
      )}
      {data?.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} />
      ))}
      {data !== undefined && data.length > 0 && <div className="meetings-more">{button}</div>}
      {convening && <Convene appraisal={appraisal} onClose={() => setConvening(false)} />}
    </>
  )
}

function MeetingCard({ meeting }: Readonly<{ meeting: MeetingRow }>) {
  const { meetings: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const { present, members, quorum } = meeting
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
            {meeting.session}
          </Link>
          <small>
            {dayText(meeting.heldOn, today, language)} · {words.status[meeting.status]}
          </small>
        </h2>
        <Link to="/meetings/$meeting" params={{ meeting: meeting.id }}>
          {words.enter} →
        </Link>
      </div>
      <div className="card-body">
        <p>
          {present === null ? words.quorum(quorum, members) : words.attendance(present, members)}
        </p>
        <p className="quiet">{meeting.appraisals.map(({ title }) => title).join('、')}</p>
        <ol className="meeting-agenda">
          {meeting.agenda.map((point) => (
            <li key={point.text}>
              {point.text}
              {point.speaker !== '' && <span className="quiet">（{point.speaker}）</span>}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

type Draft = Readonly<{
  appraisals: readonly AppraisalId[]
  session: string
  heldOn: Day | null
  members: number | null
  agenda: readonly AgendaPoint[]
}>

function Convene({ appraisal, onClose }: AppraisalTabProps & Readonly<{ onClose: () => void }>) {
  const { meetings: words, roster } = useWords()
  const { today } = useSession()
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const [draft, setDraft] = useState<Draft>({
    appraisals: [appraisal.id],
    session: appraisal.session,
    heldOn: isDay(today) ? today : null,
    members: null,
    agenda: usualAgenda.map(({ part, zh }) => ({ part, text: zh, speaker: '' })),
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const { heldOn } = draft
  // Who is on the roster need not be counted again; below a quorum’s smallest body it is not a whole roster yet.
  const onRoster = useMembers().length
  const members = draft.members ?? (onRoster >= 3 ? onRoster : null)
  const act = useAct(
    (known: Readonly<{ heldOn: Day; members: number }>) =>
      ask(conveneMeeting, {
        body: {
          ...known,
          appraisals: [...draft.appraisals],
          session: draft.session,
          agenda: draft.agenda.map((point) => ({ ...point })),
        },
      }),
    ['meetings'],
  )
  return (
    <FormDialog
      title={words.convene}
      action={words.convene}
      lacking={lackingOf(
        [roster.sessionOf, draft.session],
        [words.heldOn, heldOn],
        [words.members, members],
        [words.hears, draft.appraisals],
      )}
      pending={act.isPending}
      error={act.error}
      width={640}
      onSubmit={() =>
        heldOn !== null &&
        members !== null &&
        act.mutate({ heldOn, members }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <SessionField
        value={draft.session}
        onChange={(session, on) => change({ session, ...(on === null ? {} : { heldOn: on }) })}
      />
      <div className="field-row">
        <Field label={words.heldOn}>
          {(parts) => (
            <DayInput {...parts} value={heldOn} onChange={(day) => change({ heldOn: day })} />
          )}
        </Field>
        <Field label={words.members}>
          {(parts) => (
            <InputNumber
              {...parts}
              min={3}
              max={500}
              value={members}
              onChange={(value) => change({ members: value })}
            />
          )}
        </Field>
      </div>
      <Field label={words.hears}>
        {(parts) => (
          <Select
            {...parts}
            mode="multiple"
            value={[...draft.appraisals]}
            onChange={(chosen) => change({ appraisals: chosen })}
            options={appraisals
              .filter(({ status }) => status === 'running')
              .map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </Field>
      <AgendaEditor points={draft.agenda} onChange={(agenda) => change({ agenda })} />
    </FormDialog>
  )
}
