/** One step of the course: asks first when it cannot be taken back, sends it, and shows why it was turned down. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { useConfirm, type Question } from '../../ui/confirm.tsx'
import { LackingButton } from '../../ui/lacking-button.tsx'
import type { Lacking } from '../../ui/lacking.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useStep } from './use-secret-ballot.ts'

export function StepButton({
  ballot,
  label,
  question,
  send,
  lacking = [],
  saidAt,
  primary = true,
  size = 'middle',
}: Readonly<{
  ballot: Id<'ballot'>
  label: string
  question?: Question
  send: () => Promise<SecretBallot>
  lacking?: Lacking
  saidAt?: string
  primary?: boolean
  size?: 'small' | 'middle'
}>) {
  const step = useStep(ballot)
  const confirm = useConfirm()
  const go = async () => {
    if (question && !(await confirm(question))) return
    step.mutate(send)
  }
  return (
    <>
      {step.error && <ProblemNote error={step.error} />}
      <LackingButton
        type={primary ? 'primary' : 'default'}
        size={size}
        lacking={lacking}
        saidAt={saidAt}
        loading={step.isPending}
        onClick={() => void go()}
      >
        {label}
      </LackingButton>
    </>
  )
}
