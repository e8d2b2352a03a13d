/** A paper as its template sets it, with what the ledger will fill in standing in brackets. */
import { blanksOf } from '@luoshi/domain/papers/check-template'
import { blankLabels, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { fillTemplate, type PaperTemplate } from '@luoshi/domain/papers/template'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { useWords } from '../words/language.ts'

type Shown = Readonly<{ kind: PaperKind; template: PaperTemplate; congress: string }>

export function TemplatePreview({ kind, template, congress }: Shown) {
  const { papers: words } = useWords()
  const blanks = Object.fromEntries(
    blanksOf(kind).map((one) => [one, `［${blankLabels[one].zh}］`]),
  )
  const values = { ...blanks, congress, office: `${congress}办公室` }
  const say = (text: string) => fillTemplate(text, values).trim()
  const lines = (text: string) =>
    say(text)
      .split('\n')
      .filter((one) => one !== '')
      .map((one) => <p key={one}>{one}</p>)
  const headed = template.sections.filter(({ heading }) => heading.trim() !== '')
  return (
    <section className="template-preview" aria-label={words.preview} lang="zh-CN">
      {say(template.head) !== '' && <div className="preview-head">{say(template.head)}</div>}
      {say(template.number) !== '' && <p className="preview-flush">{say(template.number)}</p>}
      <div className="preview-title">{say(template.title)}</div>
      {lines(template.opening)}
      {template.sections.map((section) => (
        <div key={section.key}>
          {section.heading.trim() !== '' && (
            <p>
              {chineseNumber(headed.indexOf(section) + 1)}、{say(section.heading)}
            </p>
          )}
          <p>{words.content}</p>
        </div>
      ))}
      {lines(template.closing)}
    </section>
  )
}
