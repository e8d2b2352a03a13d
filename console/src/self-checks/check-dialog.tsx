/** The forms of a self-check: name a gap, state that nothing was found, submit, return, take over, verify. */
import type { Gap } from '@luoshi/domain/appraisals/self-check'
import type { SelfCheckQuestion } from '@luoshi/domain/appraisals/self-check-framework'
import type { Day } from '@luoshi/domain/kernel/day'
import {
  stepOnSelfCheck,
  takeOverGap,
  type SelfCheckRow,
  type SelfCheckTold,
} from '@luoshi/server/contract/self-checks'
import { Input, Radio } from 'antd'
import { useState, type ReactNode } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf, type Need } from '../ui/lacking.ts'
import { useWords } from '../words/language.ts'
import { EvidencePicker, type KeptFile } from './evidence-picker.tsx'

export type CheckDoing =
  | Readonly<{ what: 'gap'; question: SelfCheckQuestion }>
  | Readonly<{ what: 'editGap'; question: SelfCheckQuestion; entry: Gap }>
  | Readonly<{ what: 'dropGap' | 'takeOver' | 'verify'; gap: Gap }>
  | Readonly<{ what: 'dropAchievement'; achievement: string }>
  | Readonly<{ what: 'achievement' | 'submit' | 'return' }>

type Draft = Readonly<{
  text: string
  cause: string
  remedy: string
  fixedOn: Day | null
  files: readonly KeptFile[]
  outcome: 'confirmed' | 'notConfirmed'
}>

export function CheckDialog({
  row,
  doing,
  onClose,
}: Readonly<{ row: SelfCheckRow; doing: CheckDoing; onClose: () => void }>) {
  const { selfChecks: words } = useWords()
  const { today, account } = useSession()
  const [draft, setDraft] = useState<Draft>({
    text: startText(doing, account.name),
    cause: doing.what === 'editGap' ? doing.entry.cause : '',
    remedy: doing.what === 'editGap' ? doing.entry.remedy : '',
    fixedOn: doing.what === 'editGap' ? doing.entry.fixedOn : null,
    files: doing.what === 'editGap' ? doing.entry.evidence : [],
    outcome: 'confirmed',
  })
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const params = { selfcheck: row.id }
  const { version } = row
  const told = toldOf(doing, draft)
  const send =
    doing.what === 'takeOver'
      ? draft.text.trim() === ''
        ? lackingOf([words.matterTitle, draft.text])
        : () =>
            ask(takeOverGap, {
              params,
              body: { version, gap: doing.gap.gap, title: draft.text.trim() },
            })
      : told
        ? () => ask(stepOnSelfCheck, { params, body: { version, told } })
        : lackingOf(...needsOf(doing.what, draft, words))
  const area = (label: string, key: 'text' | 'cause' | 'remedy', hint?: string): ReactNode => (
    <Field label={label} hint={hint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          rows={2}
          value={draft[key]}
          onChange={(event) => change({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  const files = <EvidencePicker files={draft.files} onChange={(kept) => change({ files: kept })} />
  return (
    <ActDialog
      title={words.dialogs[doing.what]}
      action={words.dialogs[doing.what]}
      changes={['appraisals', 'matters', 'opinions']}
      send={send}
      onClose={onClose}
    >
      {'question' in doing && <p className="rule-text">{doing.question.text}</p>}
      {'gap' in doing && <p className="rule-text">{doing.gap.finding}</p>}
      {doing.what === 'submit' && <p>{words.submitEffect}</p>}
      {doing.what === 'takeOver' && <p className="quiet">{words.takeOverEffect}</p>}
      {(doing.what === 'submit' || doing.what === 'takeOver') && (
        <Field label={doing.what === 'submit' ? words.signature : words.matterTitle}>
          {(parts) => (
            <Input
              {...parts}
              value={draft.text}
              onChange={(event) => change({ text: event.target.value })}
            />
          )}
        </Field>
      )}
      {(doing.what === 'gap' || doing.what === 'editGap') && (
        <>
          {area(words.finding, 'text', words.findingHint)}
          {area(words.cause, 'cause')}
          <Field label={words.fixedOn} hint={words.fixedOnHint}>
            {(parts) => (
              <DayInput
                {...parts}
                max={today}
                value={draft.fixedOn}
                onChange={(fixedOn) => change({ fixedOn })}
              />
            )}
          </Field>
          {area(draft.fixedOn === null ? words.willDo : words.wasDone, 'remedy')}
          {files}
        </>
      )}
      {doing.what === 'achievement' && (
        <>
          {area(words.achievement, 'text')}
          {files}
        </>
      )}
      {doing.what === 'return' && area(words.comments, 'text')}
      {doing.what === 'verify' && (
        <>
          <Radio.Group
            value={draft.outcome}
            onChange={(event) =>
              change({ outcome: event.target.value === 'confirmed' ? 'confirmed' : 'notConfirmed' })
            }
            options={[
              { value: 'confirmed', label: words.checked.confirmed },
              { value: 'notConfirmed', label: words.checked.notConfirmed },
            ]}
          />
          {area(words.findings, 'text')}
        </>
      )}
    </ActDialog>
  )
}

function startText(doing: CheckDoing, name: string): string {
  if (doing.what === 'submit') return name
  if (doing.what === 'editGap') return doing.entry.finding
  return doing.what === 'takeOver' ? doing.gap.finding.slice(0, 40) : ''
}

/** The command, or null while something is missing. */
type Names = Readonly<
  Record<
    | 'finding'
    | 'cause'
    | 'willDo'
    | 'wasDone'
    | 'achievement'
    | 'signature'
    | 'comments'
    | 'findings',
    string
  >
>

function needsOf(what: CheckDoing['what'], draft: Draft, words: Names): readonly Need[] {
  const { text, cause, remedy, fixedOn } = draft
  switch (what) {
    case 'gap':
    case 'editGap':
      return [
        [words.finding, text],
        [words.cause, cause],
        [fixedOn === null ? words.willDo : words.wasDone, remedy],
      ]
    case 'achievement':
      return [[words.achievement, text]]
    case 'submit':
      return [[words.signature, text]]
    case 'return':
      return [[words.comments, text]]
    case 'verify':
      return [[words.findings, text]]
    case 'dropGap':
    case 'dropAchievement':
    case 'takeOver':
      return []
  }
}

function toldOf(doing: CheckDoing, draft: Draft): SelfCheckTold | null {
  const { cause, remedy, fixedOn, outcome } = draft
  const text = draft.text.trim()
  const evidence = [...draft.files]
  switch (doing.what) {
    case 'gap':
    case 'editGap': {
      if (text === '' || cause.trim() === '' || remedy.trim() === '') return null
      const question = doing.question.key
      const replaces = doing.what === 'editGap' ? doing.entry.gap : undefined
      return {
        type: 'NameGap',
        question,
        finding: text,
        cause,
        remedy,
        fixedOn,
        evidence,
        replaces,
      }
    }
    case 'dropGap':
      return { type: 'DropGap', gap: doing.gap.gap }
    case 'dropAchievement':
      return { type: 'DropAchievement', achievement: doing.achievement }
    case 'achievement':
      return text === '' ? null : { type: 'NameAchievement', text, evidence }
    case 'submit':
      return text === '' ? null : { type: 'SubmitSelfCheck', signedBy: text }
    case 'return':
      return text === '' ? null : { type: 'ReturnSelfCheck', comments: text }
    case 'verify': {
      const { gap } = doing.gap
      return text === '' ? null : { type: 'VerifySelfFix', gap, outcome, findings: text }
    }
    case 'takeOver':
      return null
  }
}
