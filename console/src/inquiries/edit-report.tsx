/** The words of the report, section by section. Whoever changes a signed one is told what that does. */
import type { Section } from '@luoshi/domain/inquiries/report'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { stepOnReport, type ReportRow } from '@luoshi/server/contract/inquiry-report'
import { Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { Field } from '../ui/field.tsx'
import { lackingOf, type Need } from '../ui/lacking.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { useWords } from '../words/language.ts'
import { inquiryChanges } from './inquiry-query.ts'
import { Line } from './record-dialog.tsx'

export function EditReport({
  appraisal,
  row,
  onClose,
}: Readonly<{ appraisal: AppraisalId; row: ReportRow; onClose: () => void }>) {
  const { report: words } = useWords().inquiries
  const { report } = row
  const [title, setTitle] = useState(report.title)
  const [sections, setSections] = useState<readonly Section[]>(report.sections)
  const change = (at: number, part: Partial<Section>) =>
    setSections(sections.map((one, n) => (n === at ? { ...one, ...part } : one)))
  const isReady = title.trim() !== '' && sections.every((one) => one.title.trim() !== '')
  const told = { type: 'AmendReport' as const, title, sections: [...sections] }
  return (
    <WholeDialog
      now={row.version}
      title={words.editTitle}
      action={words.save}
      width={900}
      changes={inquiryChanges}
      send={
        isReady
          ? (version) => ask(stepOnReport, { params: { appraisal }, body: { version, told } })
          : lackingOf(
              [words.name, title],
              ...sections.map((one): Need => [words.section, one.title]),
            )
      }
      onClose={onClose}
    >
      {report.signatures.length > 0 && <p className="consequence">{words.editEffect}</p>}
      <Line label={words.name} value={title} onChange={setTitle} />
      {sections.map((section, at) => (
        <div key={section.key} className="framework-part">
          <Line
            label={words.section}
            value={section.title}
            onChange={(next) => change(at, { title: next })}
          />
          <Field label={words.sectionText}>
            {(parts) => (
              <Input.TextArea
                {...parts}
                autoSize={{ minRows: 3, maxRows: 18 }}
                value={section.text}
                onChange={(event) => change(at, { text: event.target.value })}
              />
            )}
          </Field>
        </div>
      ))}
    </WholeDialog>
  )
}
