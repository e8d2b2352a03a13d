/** Counting who is there and beginning, closing, putting off: the steps of a meeting, each with what it leads to. */
import { adjournmentLabels, adjournments, type Adjournment } from '@luoshi/domain/meetings/agenda'
import type { Absent } from '@luoshi/domain/meetings/meeting'
import type { Day } from '@luoshi/domain/kernel/day'
import {
  adjournMeeting,
  beginMeeting,
  closeMeeting,
  type MeetingRow,
} from '@luoshi/server/contract/meetings'
import type { PersonRow } from '@luoshi/server/contract/roster'
import { Link } from '@tanstack/react-router'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useMembers } from '../api/members.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { ChangeAttendance } from './change-attendance.tsx'
import { RollCall } from './roll-call.tsx'

type Props = Readonly<{ meeting: MeetingRow }>
type Dialog = Props & Readonly<{ onClose: () => void }>

const changes = ['meeting', 'meetings', 'appraisals']

export function MeetingSteps({ meeting }: Props) {
  const { meetings: words } = useWords()
  const may = useMay()
  const [doing, setDoing] = useState<'begin' | 'change' | 'close' | 'adjourn' | null>(null)
  const { status } = meeting
  const onClose = () => setDoing(null)
  return (
    <>
      {status === 'convened' && may('BeginMeeting') && (
        <Button type="primary" onClick={() => setDoing('begin')}>
          {words.begin}
        </Button>
      )}
      {status === 'inSession' && may('ChangeAttendance') && (
        <Button onClick={() => setDoing('change')}>{words.change}</Button>
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
      {doing === 'begin' && <Begin meeting={meeting} onClose={onClose} />}
      {doing === 'change' && <ChangeAttendance meeting={meeting} onClose={onClose} />}
      {doing === 'close' && <Close meeting={meeting} onClose={onClose} />}
      {doing === 'adjourn' && <Adjourn meeting={meeting} onClose={onClose} />}
    </>
  )
}

/** By number; by name where as many members are on the roster as the meeting has. */
function Begin({ meeting: { id, version, members, quorum }, onClose }: Dialog) {
  const { meetings: words } = useWords()
  const roster = useMembers()
  const isCalled = roster.length === members
  const [counted, setCounted] = useState<number | null>(null)
  const [called, setCalled] = useState<readonly Absent[] | null>(null)
  // Whoever has asked for leave is away until somebody says otherwise.
  const absent = called ?? (isCalled ? roster.flatMap(onLeave) : [])
  const present = isCalled ? members - absent.length : counted
  return (
    <ActDialog
      title={words.begin}
      action={words.begin}
      changes={changes}
      onClose={onClose}
      width={isCalled ? 720 : 560}
      send={
        present === null
          ? lackingOf([words.present, present])
          : () =>
              ask(beginMeeting, {
                params: { meeting: id },
                body: { version, present, absent: absent.map((one) => ({ ...one })) },
              })
      }
    >
      {isCalled ? (
        <>
          <RollCall roster={roster} absent={absent} onChange={setCalled} />
          <p>
            {words.attendance(members - absent.length, members)}，{words.quorumToBegin(quorum)}
          </p>
        </>
      ) : (
        <Field label={words.present} hint={words.quorum(quorum, members)}>
          {(parts) => (
            <InputNumber {...parts} min={0} max={members} value={counted} onChange={setCounted} />
          )}
        </Field>
      )}
    </ActDialog>
  )
}

function onLeave({ name, leave }: PersonRow): readonly Absent[] {
  return leave ? [{ name, reason: leave.reason }] : []
}

function Close({ meeting: { id, version }, onClose }: Dialog) {
  const { meetings: words } = useWords()
  return (
    <ActDialog
      title={words.close}
      action={words.close}
      changes={changes}
      onClose={onClose}
      send={() => ask(closeMeeting, { params: { meeting: id }, body: { version } })}
    >
      <p>{words.closeEffect}</p>
    </ActDialog>
  )
}

function Adjourn({ meeting: { id, version, status }, onClose }: Dialog) {
  const { meetings: words } = useWords()
  const say = useSay()
  const [how, setHow] = useState<Adjournment>(status === 'inSession' ? 'brokenOff' : 'postponed')
  const [nextOn, setNextOn] = useState<Day | null>(null)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={words.adjourn}
      action={words.adjourn}
      changes={changes}
      onClose={onClose}
      send={
        reason.trim() === ''
          ? lackingOf([words.adjournReason, reason])
          : () =>
              ask(adjournMeeting, {
                params: { meeting: id },
                body: { version, how, nextOn, reason },
              })
      }
    >
      <p>{words.adjournEffect}</p>
      <div className="field-row">
        <Field label={words.adjournHow}>
          {(parts) => (
            <Select
              {...parts}
              value={how}
              onChange={setHow}
              options={adjournments.map((one) => ({
                value: one,
                label: say(adjournmentLabels[one]),
              }))}
            />
          )}
        </Field>
        <Field label={words.nextOn} hint={words.nextOnHint}>
          {(parts) => <DayInput {...parts} value={nextOn} onChange={setNextOn} />}
        </Field>
      </div>
      <Field label={words.adjournReason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}
