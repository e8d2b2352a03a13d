/** The dialogs of a draw: calling a word, opening the secret, voiding, assigning, recording what was found. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { outcomesOf, sampleOutcomeLabels } from '@luoshi/domain/supervision/sample'
import {
  assignSampleTask,
  callSampleWord,
  drawSample,
  recordSampleTask,
  voidSample,
  type SampleRow,
} from '@luoshi/server/contract/samples'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay, useWords } from '../words/language.ts'
import { secretOf } from './sample-secret.ts'

type Shown = Readonly<{ sample: SampleRow; onClose: () => void }>
type OnTask = Shown & Readonly<{ matter: MatterId }>

const stale = ['samples', 'matters', 'matter', 'supervision']

export function CallWord({ sample: { id, version }, onClose }: Shown) {
  const { samples: words } = useWords()
  return (
    <OneLine
      title={words.call}
      label={words.word}
      hint={words.wordHint}
      onClose={onClose}
      send={(word) => ask(callSampleWord, { params: { sample: id }, body: { version, word } })}
    />
  )
}

export function VoidDraw({ sample: { id, version }, onClose }: Shown) {
  const { samples: words } = useWords()
  return (
    <OneLine
      title={words.void}
      label={words.voidReason}
      onClose={onClose}
      send={(reason) => ask(voidSample, { params: { sample: id }, body: { version, reason } })}
    />
  )
}

export function AssignTask({ sample: { id, version }, matter, onClose }: OnTask) {
  const { samples: words } = useWords()
  return (
    <OneLine
      title={words.assign}
      label={words.person}
      onClose={onClose}
      send={(person) =>
        ask(assignSampleTask, { params: { sample: id }, body: { version, matter, person } })
      }
    />
  )
}

export function DrawLots({ sample: { id, version, commitment }, onClose }: Shown) {
  const { samples: words } = useWords()
  const [kept, setKept] = useState(() => secretOf(commitment))
  const { secret, salt } = kept
  const isReady = secret.trim() !== '' && salt.trim() !== ''
  const body = { version, secret: secret.trim(), salt: salt.trim() }
  return (
    <ActDialog
      title={words.draw}
      action={words.draw}
      changes={stale}
      onClose={onClose}
      send={
        isReady
          ? () => ask(drawSample, { params: { sample: id }, body })
          : lackingOf([words.secret, secret], [words.salt, salt])
      }
    >
      {(['secret', 'salt'] as const).map((part) => (
        <Field key={part} label={words[part]}>
          {(parts) => (
            <Input
              {...parts}
              value={kept[part]}
              onChange={(event) => setKept({ ...kept, [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </ActDialog>
  )
}

export function RecordTask({ sample, matter, onClose }: OnTask) {
  const { samples: words } = useWords()
  const say = useSay()
  const { id, version, purpose } = sample
  const [first] = outcomesOf[purpose]
  const [outcome, setOutcome] = useState(first)
  const [findings, setFindings] = useState('')
  const isReady = outcome !== undefined && findings.trim() !== ''
  return (
    <ActDialog
      title={words.record}
      action={words.record}
      changes={stale}
      onClose={onClose}
      send={
        isReady
          ? () =>
              ask(recordSampleTask, {
                params: { sample: id },
                body: { version, matter, outcome, findings },
              })
          : lackingOf([words.outcome, outcome], [words.findings, findings])
      }
    >
      <Radio.Group
        aria-label={words.outcome}
        value={outcome}
        onChange={(event) =>
          setOutcome(outcomesOf[purpose].find((one) => one === event.target.value))
        }
        options={outcomesOf[purpose].map((value) => {
          return { value, label: say(sampleOutcomeLabels[value]) }
        })}
      />
      {outcome === 'relapsed' && <p className="letter-findings">{words.relapseNote}</p>}
      <Field label={words.findings}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={findings}
            onChange={(event) => setFindings(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  )
}

function OneLine({
  title,
  label,
  hint,
  onClose,
  send,
}: Readonly<{
  title: string
  label: string
  hint?: string
  onClose: () => void
  send: (text: string) => Promise<unknown>
}>) {
  const [text, setText] = useState('')
  return (
    <ActDialog
      title={title}
      action={title}
      changes={stale}
      onClose={onClose}
      send={text.trim() === '' ? lackingOf([label, text]) : () => send(text.trim())}
    >
      <Field label={label} hint={hint}>
        {(parts) => (
          <Input {...parts} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
    </ActDialog>
  )
}
