/** Parts and questions of a framework as they are edited: one question a line, each part with where it comes from. */
import type {
  SelfCheckFramework,
  SelfCheckPart,
} from '@luoshi/domain/appraisals/self-check-framework'
import { Button, Input } from 'antd'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'

/** A line keeps its key as long as it keeps its place. */
function withLines(part: SelfCheckPart, lines: string): SelfCheckPart {
  const questions = lines.split('\n').map((text, at) => ({ key: `${part.key}${at + 1}`, text }))
  return { ...part, questions }
}

export function FrameworkEditor({
  parts,
  onChange,
}: Readonly<{ parts: SelfCheckFramework; onChange: (next: SelfCheckFramework) => void }>) {
  const { selfChecks: words } = useWords()
  const change = (at: number, part: SelfCheckPart) => onChange(parts.with(at, part))
  const add = () => {
    const used = new Set(parts.map(({ key }) => key))
    let n = parts.length + 1
    while (used.has(`p${n}_`)) n += 1
    onChange([...parts, { key: `p${n}_`, title: '', source: words.ownSource, questions: [] }])
  }
  return (
    <>
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
          <Field label={words.questions}>
            {(named) => (
              <Input.TextArea
                {...named}
                autoSize={{ minRows: 2 }}
                value={part.questions.map(({ text }) => text).join('\n')}
                onChange={(event) => change(at, withLines(part, event.target.value))}
              />
            )}
          </Field>
          <Field label={words.source}>
            {(named) => (
              <Input
                {...named}
                value={part.source}
                onChange={(event) => change(at, { ...part, source: event.target.value })}
              />
            )}
          </Field>
          {parts.length > 1 && (
            <Button size="small" onClick={() => onChange(parts.toSpliced(at, 1))}>
              {words.removePart}
            </Button>
          )}
        </div>
      ))}
      <Button onClick={add}>{words.addPart}</Button>
    </>
  )
}
