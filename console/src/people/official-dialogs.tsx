/** What can be done with an official: leave the post, another post, leave and back. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { OfficialId } from '@luoshi/domain/kernel/ids'
import {
  beginOfficialLeave,
  endOfficialLeave,
  reappointOfficial,
  type OfficialRow,
} from '@luoshi/server/contract/people'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import { OfficialOfUnit } from './official-of-unit.tsx'
import { noPost, PostFields, postOf } from './post-fields.tsx'
import { TransferOfficial } from './transfer-official.tsx'

export type OfficialDoing = 'transfer' | 'reappoint' | 'leave' | 'endLeave'

type Asked = Readonly<{ official: OfficialRow; onClose: () => void }>

export function OfficialDialog({
  what,
  official,
  onClose,
}: Asked & Readonly<{ what: OfficialDoing }>) {
  switch (what) {
    case 'transfer':
      return <TransferOfficial official={official} onClose={onClose} />
    case 'reappoint':
      return <Reappoint official={official} onClose={onClose} />
    case 'leave':
      return <BeginLeave official={official} onClose={onClose} />
    case 'endLeave':
      return <EndLeave official={official} onClose={onClose} />
  }
}

function Reappoint({ official: { id, version, name }, onClose }: Asked) {
  const { roster: words } = useWords()
  const [post, setPost] = useState(noPost)
  const to = postOf(post)
  return (
    <ActDialog
      title={words.reappointTitle(name)}
      action={words.reappoint}
      changes={['officials']}
      onClose={onClose}
      send={
        to && (() => ask(reappointOfficial, { params: { official: id }, body: { version, to } }))
      }
    >
      <PostFields value={post} onChange={setPost} />
    </ActDialog>
  )
}

function BeginLeave({ official: { id, version, name, unit }, onClose }: Asked) {
  const { roster: words } = useWords()
  const { today } = useSession()
  const [from, setFrom] = useState<Day | null>(today)
  const [until, setUntil] = useState<Day | null>(null)
  const [acting, setActing] = useState<OfficialId | null>(null)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={words.leaveTitle(name)}
      action={words.leave}
      changes={['officials']}
      onClose={onClose}
      send={
        from &&
        (() =>
          ask(beginOfficialLeave, {
            params: { official: id },
            body: { version, from, until, acting, reason },
          }))
      }
    >
      <div className="field-row">
        <Field label={words.leaveFrom}>
          {(parts) => <DayInput {...parts} value={from} onChange={setFrom} />}
        </Field>
        <Field label={words.leaveUntil}>
          {(parts) => <DayInput {...parts} value={until} onChange={setUntil} />}
        </Field>
      </div>
      <OfficialOfUnit
        label={words.acting}
        hint={words.nobodyYet}
        unit={unit}
        except={id}
        value={acting}
        onChange={setActing}
      />
      <Field label={words.reason}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}

function EndLeave({ official: { id, version, name, leave }, onClose }: Asked) {
  const { roster: words } = useWords()
  return (
    <ActDialog
      title={`${name} · ${words.endLeave}`}
      action={words.endLeave}
      changes={['officials']}
      onClose={onClose}
      send={() => ask(endOfficialLeave, { params: { official: id }, body: { version } })}
    >
      <p>{words.onLeave(leave?.from ?? '', leave?.until ?? words.openEnd)}</p>
    </ActDialog>
  )
}
