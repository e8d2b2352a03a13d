/** Which matters a draft asks about: to be changed until it starts; the effect is shown beside these. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { setSurveyMatters, type SurveyDetail } from '@luoshi/server/contract/surveys'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { WholeDialog } from '../ui/whole-dialog.tsx'
import { MattersField } from './matters-field.tsx'
import { surveyChanges } from './survey-query.ts'
import { useSurveyWords } from './survey-words.ts'

export function SetMatters({ survey }: Readonly<{ survey: SurveyDetail }>) {
  const words = useSurveyWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {words.setMatters}
      </Button>
      {isOpen && <Choosing survey={survey} onClose={() => setOpen(false)} />}
    </>
  )
}

function Choosing({
  survey: { id, version, appraisal, about },
  onClose,
}: Readonly<{ survey: SurveyDetail; onClose: () => void }>) {
  const words = useSurveyWords()
  const [chosen, setChosen] = useState<readonly Readonly<{ id: MatterId; label: string }>[]>(() =>
    about.map((one) => ({ id: one.id, label: `${one.number}　${one.title}` })),
  )
  const matters = chosen.map((one) => one.id)
  return (
    <WholeDialog
      now={version}
      title={words.setMatters}
      action={words.saveMatters}
      send={(begun) =>
        ask(setSurveyMatters, { params: { survey: id }, body: { version: begun, matters } })
      }
      changes={surveyChanges}
      onClose={onClose}
    >
      <MattersField appraisal={appraisal} chosen={chosen} onChange={setChosen} />
    </WholeDialog>
  )
}
