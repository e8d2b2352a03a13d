/** Asks a unit to check itself: the framework, edited here for this county, and the day it is due. */
import type {
  SelfCheckFramework,
  SelfCheckPart,
} from '@luoshi/domain/appraisals/self-check-framework'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { openSelfCheck } from '@luoshi/server/contract/self-checks'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'

/** One question a line; a line keeps its key as long as it keeps its place. */
function withLines(part: SelfCheckPart, lines: string): SelfCheckPart {
  const questions = lines.split('\n').map((text, at) => ({ key: `${part.key}${at + 1}`, text }))
  return { ...part, questions }
}

const trimmed = (framework: SelfCheckFramework) =>
  framework.map((part) => ({
    ...part,
    questions: part.questions.filter(({ text }) => text.trim() !== ''),
  }))

export function OpenSelfCheck({
  appraisal,
  framework,
  onClose,
}: Readonly<{ appraisal: AppraisalId; framework: SelfCheckFramework; onClose: () => void }>) {
  const { selfChecks: words } = useWords()
  const [parts, setParts] = useState(framework)
  const [due, setDue] = useState<Day | null>(null)
  const change = (at: number, part: SelfCheckPart) => setParts(parts.with(at, part))
  const add = () => {
    const used = new Set(parts.map(({ key }) => key))
    let n = parts.length + 1
    while (used.has(`p${n}_`)) n += 1
    setParts([...parts, { key: `p${n}_`, title: '', source: words.ownSource, questions: [] }])
  }
  const body = {
    framework: trimmed(parts).map((part) => ({ ...part, questions: [...part.questions] })),
    due,
  }
  const isFull = body.framework.every((one) => one.title.trim() !== '' && one.questions.length > 0)
  return (
    <ActDialog
      title={words.openTitle}
      action={words.open}
      width={720}
      changes={['appraisals']}
      send={
        isFull && parts.length > 0
          ? () => ask(openSelfCheck, { params: { appraisal }, body })
          : null
      }
      onClose={onClose}
    >
      <Field label={words.due}>
        {(named) => <DayInput {...named} value={due} onChange={setDue} />}
      </Field>
      <p className="quiet">{words.frameworkHint}</p>
      {parts.map((part, at) => (
        <div key={part.key} className="framework-part">
          <Field label={words.part(at + 1)}>
            {(named) => (
              <Input
                {...named}
                value={part.title}
                onChange={(event) => change(at, { ...part, title: event.target.value })}
              />
            )}
          </Field>
          <Field label={words.questions} hint={part.source}>
            {(named) => (
              <Input.TextArea
                {...named}
                autoSize={{ minRows: 2 }}
                value={part.questions.map(({ text }) => text).join('\n')}
                onChange={(event) => change(at, withLines(part, event.target.value))}
              />
            )}
          </Field>
          {parts.length > 1 && (
            <Button size="small" onClick={() => setParts(parts.toSpliced(at, 1))}>
              {words.removePart}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={add}>{words.addPart}</Button>
    </ActDialog>
  )
}
