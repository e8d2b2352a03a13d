/** Appears with the first selected row: how many, and what can be done with them. */
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../api/session.ts'
import { useWords } from '../../words/language.ts'
import type { Selection } from '../selection.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { bulkSteps, type BulkStep } from './bulk-step.ts'

const wordsOf = {
  ApproveMatter: 'approve',
  HandOverMatter: 'handOver',
  ChaseMatter: 'chase',
} as const satisfies Readonly<Record<BulkStep, string>>

export function BulkBar({ selection }: Readonly<{ selection: Selection }>) {
  const { matters: words } = useWords()
  const may = useMay()
  const [step, setStep] = useState<BulkStep | null>(null)
  return (
    <div className="bulk-bar no-print">
      <strong className="number">{words.selected(selection.rows.size)}</strong>
      {bulkSteps
        .filter((one) => may(one))
        .map((one) => (
          <Button key={one} type="primary" onClick={() => setStep(one)}>
            {words.bulk[wordsOf[one]]}
          </Button>
        ))}
      <Button type="text" onClick={selection.clear}>
        {words.clearSelection}
      </Button>
      {step !== null && (
        <BulkDialog
          step={step}
          rows={[...selection.rows.values()]}
          onClose={() => setStep(null)}
          onDone={selection.clear}
        />
      )}
    </div>
  )
}
