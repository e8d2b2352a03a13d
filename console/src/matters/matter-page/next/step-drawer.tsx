/** The form of one step beside the page. Its address names it, so a reload opens it again with its draft. */
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { Drawer } from 'antd'
import { useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { StepForm } from './step-form.tsx'

const wide = new Set<MatterStep>(['SubmitPlan', 'JudgeMatter'])

export function StepDrawer({
  step,
  around,
  onClose,
  onOpen,
}: Readonly<{
  step: MatterStep
  around: Around
  onClose: () => void
  onOpen: (step: MatterStep) => void
}>) {
  const { matterPage, matters, shell } = useWords()
  const words = matterPage.steps[step]
  return (
    <Drawer
      open
      size={wide.has(step) ? 780 : 620}
      rootClassName="step-drawer no-print"
      title={
        <>
          {words.verb}
          <small>
            {matters.numberSign(around.detail.number)} {around.detail.matter.title}
          </small>
        </>
      }
      closable={{ 'aria-label': shell.close }}
      maskClosable={false}
      onClose={onClose}
    >
      <p className="step-lead">{words.lead}</p>
      <StepForm key={step} step={step} around={around} onClose={onClose} onOpen={onOpen} />
    </Drawer>
  )
}
