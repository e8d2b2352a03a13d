/** Puts subjects on the plan: named, drawn by lot, by figures, or by rotation; each with its reason. */
import {
  selectionLabels,
  selections,
  subjectKindLabels,
  subjectKinds,
  type Selection,
  type SubjectKind,
} from '@luoshi/domain/appraisals/year-plan'
import type { YearPlanRow, YearPlanTold } from '@luoshi/server/contract/yearplans'
import { Segmented, Select } from 'antd'
import { useState } from 'react'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { useSay } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import { ByFigures, ByLot, ByName, ByRotation } from './choose-subjects.tsx'
import { planChanges } from './plan-queries.ts'
import { stepOnPlan, useChairsDecision } from './plan-steps.tsx'

export type Proposed = Extract<YearPlanTold, Readonly<{ type: 'PlanSubjects' }>>['subjects'][number]
/** A subject but for its kind and the way it was chosen, which the dialog knows. */
export type Picked = Omit<Proposed, 'kind' | 'selection'>

const own = { nobody: { zh: '还没有选定对象', en: 'Nobody is chosen yet' } }

export function AddSubjects({ row, onClose }: Readonly<{ row: YearPlanRow; onClose: () => void }>) {
  const words = useYearPlanWords()
  const say = useSay()
  const [kind, setKind] = useState<SubjectKind>('person')
  const [selection, setSelection] = useState<Selection>('plan')
  const [picked, setPicked] = useState<readonly Picked[]>([])
  const decision = useChairsDecision()
  const isAdopted = row.plan.status === 'adopted'
  const approval = isAdopted ? decision.approval : null
  const said = picked.length > 0 && picked.every(({ reason }) => reason.trim() !== '')
  const ready = said && (!isAdopted || approval !== null)
  const subjects = picked.map((one) => ({ ...one, kind, selection }))
  return (
    <ActDialog
      title={isAdopted ? words.adjust : words.add}
      action={words.addThese(picked.length)}
      width={720}
      send={
        ready
          ? () => stepOnPlan(row, { type: 'PlanSubjects', subjects, approval })
          : picked.length === 0
            ? say(own.nobody)
            : lackingOf([words.reason, said], ...(isAdopted ? decision.needs : []))
      }
      changes={planChanges}
      onClose={onClose}
    >
      <Segmented
        className="selection-modes"
        aria-label={words.how}
        value={selection}
        onChange={(next) => {
          setSelection(next)
          setPicked([])
        }}
        options={selections.map((one) => ({ value: one, label: say(selectionLabels[one]) }))}
      />
      <Field label={words.kind}>
        {(parts) => (
          <Select
            {...parts}
            value={kind}
            onChange={setKind}
            options={subjectKinds.map((one) => ({
              value: one,
              label: say(subjectKindLabels[one]),
            }))}
          />
        )}
      </Field>
      <Way key={selection} selection={selection} onPick={setPicked} />
      {isAdopted && decision.fields}
    </ActDialog>
  )
}

function Way({
  selection,
  onPick,
}: Readonly<{ selection: Selection; onPick: (picked: readonly Picked[]) => void }>) {
  switch (selection) {
    case 'plan':
      return <ByName onPick={onPick} />
    case 'lot':
      return <ByLot onPick={onPick} />
    case 'ranking':
      return <ByFigures by="ranking" onPick={onPick} />
    case 'threshold':
      return <ByFigures by="threshold" onPick={onPick} />
    case 'rotation':
      return <ByRotation onPick={onPick} />
  }
}
