/** Asks a unit to check itself: the county's framework, which may be changed for this time, and the day it is due. */
import type { SelfCheckFramework } from '@luoshi/domain/appraisals/self-check-framework'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { openSelfCheck } from '@luoshi/server/contract/self-checks'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { useWords } from '../words/language.ts'
import { frameworkToSend } from './framework-draft.ts'
import { FrameworkEditor } from './framework-editor.tsx'

export function OpenSelfCheck({
  appraisal,
  framework,
  onClose,
}: Readonly<{ appraisal: AppraisalId; framework: SelfCheckFramework; onClose: () => void }>) {
  const { selfChecks: words } = useWords()
  const { today } = useSession()
  const [parts, setParts] = useState(framework)
  const [due, setDue] = useState<Day | null>(null)
  const sent = frameworkToSend(parts)
  return (
    <ActDialog
      title={words.openTitle}
      action={words.open}
      width={720}
      changes={['appraisals']}
      send={
        sent
          ? () => ask(openSelfCheck, { params: { appraisal }, body: { framework: sent, due } })
          : words.frameworkLacks
      }
      onClose={onClose}
    >
      <Field label={words.due}>
        {(named) => <DayInput {...named} min={today} value={due} onChange={setDue} />}
      </Field>
      <p className="quiet">
        {words.frameworkHint} <Link to="/self-check-framework">{words.framework}</Link>
      </p>
      <FrameworkEditor parts={parts} onChange={setParts} />
    </ActDialog>
  )
}
