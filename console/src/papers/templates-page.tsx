/** The county's templates of papers: one at a time, its blanks listed beside the text, a preview as it is changed. */
import { blanksOf } from '@luoshi/domain/papers/check-template'
import { blankLabels, paperKindAbout, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { templateInChinese, type PaperTemplate } from '@luoshi/domain/papers/template'
import type { AnswerOf } from '@luoshi/server/contract/kit'
import { getPaperTemplates, setPaperTemplate } from '@luoshi/server/contract/papers'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { Frozen } from '../ui/frozen.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { Field } from '../ui/field.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import './papers.css'
import { TemplatePage } from './template-page.tsx'
import { TemplateSections } from './template-sections.tsx'

type Shown = AnswerOf<typeof getPaperTemplates>

export function TemplatesPage() {
  const { papers: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const [chosen, setChosen] = useState<PaperKind>('opinion-letter')
  const { data, error, refetch } = useQuery({
    queryKey: ['paper-templates'],
    queryFn: () => ask(getPaperTemplates, {}),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <PageHead
        title={words.templates}
        lead={
          <>
            <Link to="/rule-books">{words.back}</Link>　{words.templatesLead}
            {data.setOn !== null && `　${words.setOn(dayText(data.setOn, today, language))}`}
          </>
        }
      />
      <HeldForm key={chosen} now={data}>
        {(held, saved) => (
          <Editing shown={held} chosen={chosen} onChoose={setChosen} onSaved={saved} />
        )}
      </HeldForm>
    </>
  )
}

function Editing({
  shown,
  chosen,
  onChoose,
  onSaved,
}: Readonly<{
  shown: Shown
  chosen: PaperKind
  onChoose: (kind: PaperKind) => void
  onSaved: () => void
}>) {
  const { papers: words, shell } = useWords()
  const say = useSay()
  const { message } = App.useApp()
  const found = shown.templates.find(({ kind }) => kind === chosen)
  const isChinese = useLanguage() === 'zh'
  const [template, setTemplate] = useState<PaperTemplate | null>(
    found ? (isChinese ? templateInChinese(found.template) : found.template) : null,
  )
  const act = useAct(
    async (next: PaperTemplate | null) => {
      const saved = await ask(setPaperTemplate, {
        body: {
          version: shown.version,
          kind: chosen,
          template: next && { ...next, sections: [...next.sections] },
        },
      })
      onSaved()
      return saved
    },
    ['paper-templates'],
  )
  const send = (next: PaperTemplate | null) =>
    act.mutate(next, { onSuccess: () => void message.success(shell.recorded) })
  if (!template) return null
  return (
    <section className="card" aria-label={words.templates}>
      <Frozen isFrozen={act.isPending}>
        <div className="card-body template-columns">
          <div>
            <Field label={words.choose}>
              {(parts) => (
                <Select
                  {...parts}
                  value={chosen}
                  onChange={onChoose}
                  options={shown.templates.map(({ kind, isOwn }) => ({
                    value: kind,
                    label: `${say(paperKindAbout[kind])}${isOwn ? words.own : ''}`,
                  }))}
                />
              )}
            </Field>
            {act.error && <ProblemNote error={act.error} />}
            <Texts template={template} onChange={setTemplate} />
            <TemplateSections
              sections={template.sections}
              onChange={(sections) => setTemplate({ ...template, sections })}
            />
            <Blanks kind={chosen} />
            <div className="page-actions">
              <Button type="primary" loading={act.isPending} onClick={() => send(template)}>
                {words.save}
              </Button>
              {found?.isOwn && <Button onClick={() => send(null)}>{words.putBack}</Button>}
            </div>
          </div>
          <div>
            <p className="quiet">
              {words.preview}：{words.previewHint}
            </p>
            <TemplatePage kind={chosen} template={template} congress={shown.congressName} />
          </div>
        </div>
      </Frozen>
    </section>
  )
}

function Texts({
  template,
  onChange,
}: Readonly<{ template: PaperTemplate; onChange: (next: PaperTemplate) => void }>) {
  const { papers: words } = useWords()
  const fields = [
    { name: 'head', label: words.head, hint: words.headHint, rows: 1 },
    { name: 'number', label: words.number, hint: undefined, rows: 1 },
    { name: 'title', label: words.title, hint: words.titleHint, rows: 2 },
    { name: 'opening', label: words.opening, hint: undefined, rows: 3 },
    { name: 'closing', label: words.closing, hint: undefined, rows: 2 },
  ] as const
  return fields.map(({ name, label, hint, rows }) => (
    <Field key={name} label={label} hint={hint}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: rows }}
          value={template[name]}
          onChange={({ target }) => onChange({ ...template, [name]: target.value })}
        />
      )}
    </Field>
  ))
}

function Blanks({ kind }: Readonly<{ kind: PaperKind }>) {
  const { papers: words } = useWords()
  const say = useSay()
  const language = useLanguage()
  return (
    <p className="quiet template-blanks">
      {words.blanks}：
      {blanksOf(kind).map((one) => (
        <span key={one}>
          {language === 'zh' ? (
            <code>{`{${blankLabels[one].zh}}`}</code>
          ) : (
            <>
              <code>{`{${one}}`}</code> {say(blankLabels[one])}
            </>
          )}
          　
        </span>
      ))}
    </p>
  )
}
