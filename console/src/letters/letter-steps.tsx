/** The steps of a letter: buttons for what can be done now, each with its dialog. */
import {
  approveLetter,
  handOverLetter,
  issueLetter,
  returnLetter,
  signLetter,
  withdrawLetter,
  type LetterDetail,
} from '@luoshi/server/contract/letters'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { DownloadPaper } from '../papers/download-paper.tsx'
import { ActDialog } from '../ui/act-dialog.tsx'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { useWords } from '../words/language.ts'

const stale = ['letters', 'letter', 'letter-draft', 'matters', 'matter', 'appraisals', 'guide']
const acts = ['approve', 'issue', 'handOver', 'sign', 'return', 'withdraw'] as const

type Act = (typeof acts)[number]
type Shown = Readonly<{ letter: LetterDetail; onClose: () => void }>

export function LetterSteps({ letter }: Readonly<{ letter: LetterDetail }>) {
  const { letters: words } = useWords()
  const navigate = useNavigate()
  const [act, setAct] = useState<Act | null>(null)
  const { id, appraisal, may } = letter
  const labels: Readonly<Record<Act, string>> = {
    approve: words.approve,
    issue: words.issue,
    handOver: words.handOver,
    sign: words.sign,
    return: words.returnIt,
    withdraw: words.withdraw,
  }
  const now = acts.filter((one) => may[one])
  const edit = () => void navigate({ to: '/letters/$letter/edit', params: { letter: id } })
  const redraft = () => void navigate({ to: '/new-letter', search: { appraisal, replaces: id } })
  const close = () => setAct(null)
  return (
    <>
      {may.revise && <Button onClick={edit}>{words.edit}</Button>}
      {may.redraft && (
        <Button type="primary" onClick={redraft}>
          {words.redraft}
        </Button>
      )}
      {now.map((one, at) => (
        <Button key={one} type={at === 0 ? 'primary' : 'default'} onClick={() => setAct(one)}>
          {labels[one]}
        </Button>
      ))}
      <Button onClick={() => window.print()}>{words.print}</Button>
      <DownloadPaper
        kind={letter.form === 'reissue' ? 'reissue-notice' : 'opinion-letter'}
        record={id}
      />
      {act === 'approve' && <Approve letter={letter} onClose={close} />}
      {act === 'issue' && <Issue letter={letter} onClose={close} />}
      {act === 'handOver' && <HandOver letter={letter} onClose={close} />}
      {act === 'sign' && <Sign letter={letter} onClose={close} />}
      {act === 'return' && <Return letter={letter} onClose={close} />}
      {act === 'withdraw' && <Withdraw letter={letter} onClose={close} />}
    </>
  )
}

function Approve({ letter, onClose }: Shown) {
  const { letters: words } = useWords()
  const { today } = useSession()
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'chairs',
    on: today,
    reference: '',
  })
  const [minutes, setMinutes] = useState('')
  const [changes, setChanges] = useState('')
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  const { id, version, findings, items } = letter
  const drafted = items.filter(({ status }) => status === 'drafted').length
  return (
    <ActDialog
      title={words.approveTitle}
      action={words.approve}
      width={680}
      changes={stale}
      onClose={onClose}
      send={
        approval
          ? () =>
              ask(approveLetter, {
                params: { letter: id },
                body: { version, approval, minutes, changes },
              })
          : lackingOf(...needs)
      }
    >
      {drafted > 0 && <p>{words.approveAlso(drafted)}</p>}
      {findings.length > 0 && <p className="quiet">{words.approveNote(findings.length)}</p>}
      <ApprovalFields value={decision} onChange={setDecision} today={today} />
      <Line label={words.minutes} value={minutes} onChange={setMinutes} />
      <Text label={words.changes} hint={words.changesHint} value={changes} onChange={setChanges} />
    </ActDialog>
  )
}

function Issue({ letter, onClose }: Shown) {
  const { letters: words } = useWords()
  const { today } = useSession()
  const [prefix, setPrefix] = useState(letter.prefix)
  const { id, version } = letter
  const send =
    prefix.trim() === ''
      ? lackingOf([words.prefix, prefix])
      : () => ask(issueLetter, { params: { letter: id }, body: { version, prefix: prefix.trim() } })
  return (
    <ActDialog
      title={words.issueTitle}
      action={words.issue}
      changes={stale}
      onClose={onClose}
      send={send}
    >
      <Line
        label={words.prefix}
        hint={words.prefixHint(today.slice(0, 4))}
        value={prefix}
        onChange={setPrefix}
      />
    </ActDialog>
  )
}

function HandOver({ letter, onClose }: Shown) {
  const { letters: words } = useWords()
  const [how, setHow] = useState<'meeting' | 'paper'>('meeting')
  const [place, setPlace] = useState('')
  const { id, version, items } = letter
  const body = { version, how, place }
  const send =
    place.trim() === ''
      ? lackingOf([words.place[how], place])
      : () => ask(handOverLetter, { params: { letter: id }, body })
  return (
    <ActDialog
      title={words.handOverTitle}
      action={words.handOver}
      changes={stale}
      onClose={onClose}
      send={send}
    >
      <p>{words.handOverEffect(items.length)}</p>
      <Radio.Group
        aria-label={words.how}
        value={how}
        onChange={(event) => setHow(event.target.value === 'paper' ? 'paper' : 'meeting')}
        options={(['meeting', 'paper'] as const).map((value) => {
          return { value, label: words.delivered[value] }
        })}
      />
      <Line
        label={words.place[how]}
        hint={words.placeHint[how]}
        value={place}
        onChange={setPlace}
      />
    </ActDialog>
  )
}

function Sign({ letter, onClose }: Shown) {
  const { letters: words } = useWords()
  const { account } = useSession()
  const [signer, setSigner] = useState(account.name)
  const { id, version } = letter
  const send =
    signer.trim() === ''
      ? lackingOf([words.signer, signer])
      : () => ask(signLetter, { params: { letter: id }, body: { version, signer } })
  return (
    <ActDialog
      title={words.signTitle}
      action={words.sign}
      changes={stale}
      onClose={onClose}
      send={send}
    >
      <p className="quiet">{words.signNote}</p>
      <Line label={words.signer} value={signer} onChange={setSigner} />
    </ActDialog>
  )
}

function Return({ letter: { id, version }, onClose }: Shown) {
  const { letters: words } = useWords()
  return (
    <Reason title={words.returnIt} label={words.returnReason} onClose={onClose}>
      {(reason) => ask(returnLetter, { params: { letter: id }, body: { version, reason } })}
    </Reason>
  )
}

function Withdraw({ letter: { id, version }, onClose }: Shown) {
  const { letters: words } = useWords()
  return (
    <Reason
      title={words.withdrawTitle}
      label={words.withdrawReason}
      note={words.withdrawNote}
      onClose={onClose}
    >
      {(reason) => ask(withdrawLetter, { params: { letter: id }, body: { version, reason } })}
    </Reason>
  )
}

function Reason({
  title,
  label,
  note,
  onClose,
  children,
}: Readonly<{
  title: string
  label: string
  note?: string
  onClose: () => void
  children: (reason: string) => Promise<unknown>
}>) {
  const [reason, setReason] = useState('')
  const send = reason.trim() === '' ? lackingOf([label, reason]) : () => children(reason.trim())
  return (
    <ActDialog title={title} action={title} changes={stale} onClose={onClose} send={send}>
      {note !== undefined && <p className="quiet">{note}</p>}
      <Text label={label} value={reason} onChange={setReason} />
    </ActDialog>
  )
}

type Typed = Readonly<{
  label: string
  hint?: string
  value: string
  onChange: (value: string) => void
}>

function Line({ label, hint, value, onChange }: Typed): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input {...parts} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  )
}

function Text({ label, hint, value, onChange }: Typed): ReactNode {
  return (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
