/** A report while its unit writes it: one block for each matter, none can be taken out. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { achievedSteps } from '@luoshi/domain/letters/report'
import { resultClasses } from '@luoshi/domain/matters/round-parts'
import { saveReport, type ReportDetail, type ReportItemSent } from '@luoshi/server/contract/reports'
import { Button, Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

type Shown = ReportDetail['items'][number]

function sentOf({ matter, achieved, resultClass, account, whyNot, files }: Shown): ReportItemSent {
  return { matter, achieved, resultClass, account, whyNot, files }
}

export function ReportEditor({
  report,
  onSaved,
}: Readonly<{ report: ReportDetail; onSaved: () => void }>) {
  const { reports: words } = useWords()
  const language = useLanguage()
  const [typed, setTyped] = useState<ReadonlyMap<MatterId, ReportItemSent>>(new Map())
  const { id, version, comments } = report
  const act = useAct(
    async (sent: ReportItemSent[]) => {
      const saved = await ask(saveReport, {
        params: { report: id },
        body: { version, items: sent },
      })
      onSaved()
      return saved
    },
    ['report', 'reports'],
  )
  const items = report.items.map((shown) => typed.get(shown.matter) ?? sentOf(shown))
  return (
    <div className="card card-body letter-editor">
      <p className="quiet">{words.lead}</p>
      {comments && (
        <p className="letter-void">
          {words.comments(fullDayText(comments.on, language))}：{comments.text}
        </p>
      )}
      <Frozen isFrozen={act.isPending}>
        {report.items.map((shown) => (
          <Item
            key={shown.matter}
            shown={shown}
            item={typed.get(shown.matter) ?? sentOf(shown)}
            classes={report.classes}
            onChange={(next) => setTyped((all) => new Map(all).set(shown.matter, next))}
          />
        ))}
      </Frozen>
      {act.error && <ProblemNote error={act.error} />}
      <Button type="primary" loading={act.isPending} onClick={() => act.mutate(items)}>
        {words.save}
      </Button>
    </div>
  )
}

function Item({
  shown,
  item,
  classes,
  onChange,
}: Readonly<{
  shown: Shown
  item: ReportItemSent
  classes: ReportDetail['classes']
  onChange: (next: ReportItemSent) => void
}>) {
  const { reports: words } = useWords()
  const area = (part: 'account' | 'whyNot') => (
    <Field label={words[part]}>
      {(parts) => (
        <Input.TextArea
          {...parts}
          autoSize={{ minRows: 2, maxRows: 12 }}
          value={item[part]}
          onChange={(event) => onChange({ ...item, [part]: event.target.value })}
        />
      )}
    </Field>
  )
  const isKept = (sha256: string) => item.files.some((file) => file.sha256 === sha256)
  const keep = (file: Shown['available'][number]) => {
    const others = item.files.filter(({ sha256 }) => sha256 !== file.sha256)
    onChange({ ...item, files: isKept(file.sha256) ? others : [...others, file] })
  }
  return (
    <fieldset className="report-item">
      <legend>
        <MatterLink matter={shown.matter}>{words.matter(shown.number, shown.title)}</MatterLink>
      </legend>
      <p className="quiet">
        {words.demand}：{shown.demand}
      </p>
      {!shown.isSaved && <p className="letter-findings">{words.assembled}</p>}
      <div className="field-row">
        <Field label={words.achieved}>
          {(parts) => (
            <Select
              {...parts}
              value={item.achieved}
              onChange={(achieved) => onChange({ ...item, achieved })}
              options={achievedSteps.map((value) => {
                return { value, label: words.achievedWords[value] }
              })}
            />
          )}
        </Field>
        <Field label={words.resultClass}>
          {(parts) => (
            <Select
              {...parts}
              value={item.resultClass}
              onChange={(resultClass) => onChange({ ...item, resultClass })}
              options={resultClasses.map((value) => {
                return { value, label: `${value} ${classes[value] ?? ''}` }
              })}
            />
          )}
        </Field>
      </div>
      {area('account')}
      {item.achieved !== 'done' && area('whyNot')}
      <p>{words.files}</p>
      {shown.available.length === 0 && <p className="quiet">{words.noFiles}</p>}
      {shown.available.map((file) => (
        <div key={file.sha256}>
          <Checkbox checked={isKept(file.sha256)} onChange={() => keep(file)}>
            {file.name}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}
