/** The sections of a template: their headings, one above the other, moved by keyboard or mouse. */
import type { TemplateSection } from '@luoshi/domain/papers/template'
import { Button, Input } from 'antd'
import { useWords } from '../words/language.ts'

export function TemplateSections({
  sections,
  onChange,
}: Readonly<{
  sections: readonly TemplateSection[]
  onChange: (next: readonly TemplateSection[]) => void
}>) {
  const { papers: words } = useWords()
  const change = (at: number, heading: string) =>
    onChange(sections.map((one, place) => (place === at ? { ...one, heading } : one)))
  const move = (at: number) => {
    const [moved] = sections.slice(at, at + 1)
    if (moved) onChange(sections.toSpliced(at, 1).toSpliced(at - 1, 0, moved))
  }
  return (
    <fieldset className="field">
      <legend>{words.sections}</legend>
      {sections.map(({ key, heading }, at) => (
        <div key={key} className="template-section">
          <Input
            aria-label={words.section(at + 1)}
            value={heading}
            onChange={({ target }) => change(at, target.value)}
          />
          <Button disabled={at === 0} onClick={() => move(at)}>
            {words.up}
          </Button>
        </div>
      ))}
      <p className="field-hint">{words.sectionsHint}</p>
    </fieldset>
  )
}
