/** Members came late or left: who is there from this point of the agenda on, and whether it is still enough. */
import type { Absent } from '@luoshi/domain/meetings/meeting'
import { changeAttendance, type MeetingRow } from '@luoshi/server/contract/meetings'
import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useMembers } from '../api/members.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useWords } from '../words/language.ts'
import { RollCall } from './roll-call.tsx'

export function ChangeAttendance({
  meeting,
  onClose,
}: Readonly<{ meeting: MeetingRow; onClose: () => void }>) {
  const { meetings: words } = useWords()
  const roster = useMembers()
  const { id, members, quorum, agenda, heard } = meeting
  // What comes after the last point that was heard; not every county marks the first ones.
  const next = Math.min(Math.max(-1, ...heard) + 1, agenda.length - 1)
  const [point, setPoint] = useState<number | null>(next < 0 ? null : next)
  const [counted, setCounted] = useState<number | null>(meeting.present)
  const [absent, setAbsent] = useState<readonly Absent[]>(meeting.absent)
  // By name only where the meeting was called by name: else nobody knows who the others are.
  const isCalled =
    roster.length === members && meeting.absent.length === members - (meeting.present ?? 0)
  const present = isCalled ? members - absent.length : counted
  return (
    <WholeDialog
      now={meeting.version}
      title={words.change}
      action={words.changeAction}
      changes={['meeting', 'meetings']}
      onClose={onClose}
      width={isCalled ? 720 : 560}
      send={
        present === null
          ? lackingOf([words.present, present])
          : (version) => {
              const named = isCalled ? absent.map((one) => ({ ...one })) : []
              const body = { version, point, present, absent: named }
              return ask(changeAttendance, { params: { meeting: id }, body })
            }
      }
    >
      {agenda.length > 0 && (
        <Field label={words.changeAt}>
          {(parts) => (
            <Select
              {...parts}
              value={point}
              onChange={setPoint}
              options={agenda.map(({ text }, at) => ({
                value: at,
                label: `${at + 1}．${text}`,
              }))}
            />
          )}
        </Field>
      )}
      {isCalled ? (
        <RollCall roster={roster} absent={absent} onChange={setAbsent} />
      ) : (
        <Field label={words.present}>
          {(parts) => (
            <InputNumber {...parts} min={0} max={members} value={counted} onChange={setCounted} />
          )}
        </Field>
      )}
      {present !== null && (
        <output className={present < quorum ? 'due-red' : 'quiet'}>
          {words.attendance(present, members)}，
          {present < quorum ? words.quorumLost(quorum) : words.quorumKept(quorum)}
        </output>
      )}
    </WholeDialog>
  )
}
