/** What the clerk may do with a version: adopt or drop a draft, name it, draft the next one, withdraw one in force. */
import {
  stepOnCountyBook,
  type CountyBookRow,
  type CountyBookTold,
} from '@luoshi/server/contract/county-books'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import { approvalOf, type ApprovalDraft } from '../ui/approval-draft.ts'
import { ApprovalFields } from '../ui/approval-fields.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useApprovalNeeds } from '../ui/use-approval-needs.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useWords } from '../words/language.ts'
import { bookChanges } from './books-query.ts'
import { DraftBook } from './draft-book.tsx'
import { unverifiedIn } from './unverified.ts'

type Doing = 'adopt' | 'withdraw' | 'name' | 'next'

function step(book: CountyBookRow['id'], version: number, told: CountyBookTold) {
  return ask(stepOnCountyBook, { params: { book }, body: { version, told } })
}

export function BookSteps({ row }: Readonly<{ row: CountyBookRow }>) {
  const { ruleBooks: words } = useWords()
  const may = useMay()
  const confirm = useConfirm()
  const [doing, setDoing] = useState<Doing | null>(null)
  const drop = useAct(
    (version: number) => step(row.id, version, { type: 'DropRuleBook' }),
    bookChanges,
  )
  const { standing } = row
  const isDraft = standing === 'draft'
  async function askDrop() {
    const question = { title: words.dropTitle, action: words.drop, effects: [words.dropEffect] }
    // What was seen when it was asked: the page may have read a newer draft while the question stood there.
    const { version } = row
    if (await confirm(question)) drop.mutate(version)
  }
  return (
    <>
      {drop.error && <ProblemNote error={drop.error} />}
      {isDraft && may('AdoptRuleBook') && (
        <Button type="primary" onClick={() => setDoing('adopt')}>
          {words.adopt}
        </Button>
      )}
      {isDraft && may('NameRuleBook') && (
        <Button onClick={() => setDoing('name')}>{words.rename}</Button>
      )}
      {isDraft && may('DropRuleBook') && (
        <Button loading={drop.isPending} onClick={() => void askDrop()}>
          {words.drop}
        </Button>
      )}
      {standing === 'current' && may('DraftRuleBook') && (
        <Button type="primary" onClick={() => setDoing('next')}>
          {words.draftNext}
        </Button>
      )}
      {standing === 'current' && may('WithdrawRuleBook') && (
        <Button onClick={() => setDoing('withdraw')}>{words.withdraw}</Button>
      )}
      {doing === 'next' && (
        <DraftBook from={row.id} name={row.book.book.name} onClose={() => setDoing(null)} />
      )}
      {doing === 'name' && <Rename row={row} onClose={() => setDoing(null)} />}
      {(doing === 'adopt' || doing === 'withdraw') && (
        <Decide row={row} what={doing} onClose={() => setDoing(null)} />
      )}
    </>
  )
}

type DialogProps = Readonly<{ row: CountyBookRow; onClose: () => void }>

function Rename({ row, onClose }: DialogProps) {
  const { ruleBooks: words } = useWords()
  const [name, setName] = useState(row.book.book.name)
  return (
    <WholeDialog
      now={row.version}
      title={words.rename}
      action={words.save}
      send={
        name.trim() === ''
          ? lackingOf([words.name, name])
          : (version) => step(row.id, version, { type: 'NameRuleBook', name })
      }
      changes={bookChanges}
      onClose={onClose}
    >
      <Field label={words.name} hint={words.nameHint}>
        {(parts) => (
          <Input {...parts} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </WholeDialog>
  )
}

const deciding = ['standingCommittee', 'chairs'] as const

function Decide({ row, what, onClose }: DialogProps & Readonly<{ what: 'adopt' | 'withdraw' }>) {
  const { ruleBooks: words } = useWords()
  const { today } = useSession()
  const [reason, setReason] = useState('')
  const [decision, setDecision] = useState<ApprovalDraft>({
    body: 'standingCommittee',
    on: today,
    reference: '',
  })
  const approval = approvalOf(decision)
  const needs = useApprovalNeeds(decision)
  const unverified = unverifiedIn(row.book.book).length
  const ready = approval !== null && (what === 'adopt' || reason.trim() !== '')
  return (
    <WholeDialog
      now={row.version}
      title={what === 'adopt' ? words.adoptTitle : words.withdrawTitle}
      action={what === 'adopt' ? words.adopt : words.withdraw}
      width={680}
      send={
        ready && approval !== null
          ? (version) =>
              step(
                row.id,
                version,
                what === 'adopt'
                  ? { type: 'AdoptRuleBook', approval }
                  : { type: 'WithdrawRuleBook', approval, reason },
              )
          : lackingOf(...needs, [words.reason, what === 'adopt' || reason])
      }
      changes={bookChanges}
      onClose={onClose}
    >
      <p className="consequence">{what === 'adopt' ? words.adoptEffect : words.withdrawEffect}</p>
      {what === 'adopt' && unverified > 0 && (
        <p className="quiet setting-about">{words.adoptUnverified(unverified)}</p>
      )}
      <ApprovalFields value={decision} onChange={setDecision} today={today} bodies={deciding} />
      {what === 'withdraw' && (
        <Field label={words.reason}>
          {(parts) => (
            <Input.TextArea
              {...parts}
              autoSize={{ minRows: 2, maxRows: 6 }}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      )}
    </WholeDialog>
  )
}
