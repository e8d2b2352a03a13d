/** What waits for me, grouped by the step to take; one click leads to the matter. */
import type { Desk } from '@luoshi/server/contract/desk'
import { Link } from '@tanstack/react-router'
import { EmptyNote } from '../ui/empty-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import { MatterLine } from './matter-line.tsx'

/** `otherTasks`: something besides matters waits, so the desk is not clear. */
export function WaitingSteps({
  steps,
  otherTasks,
}: Readonly<{ steps: Desk['waiting']; otherTasks: boolean }>) {
  const { desk } = useWords()
  const say = useSay()
  if (steps.length === 0 && otherTasks) return null
  if (steps.length === 0)
    return (
      <section className="card">
        <EmptyNote title={desk.nothingWaiting}>{desk.nothingWaitingFix}</EmptyNote>
      </section>
    )
  return (
    <>
      {steps.map((step) => (
        <section className="card" key={step.step} aria-label={say(step.label)}>
          <div className="card-head">
            <h2>
              {say(step.label)}
              <small className="number">{desk.count(step.total)}</small>
            </h2>
            {step.total > step.matters.length && (
              <Link to="/matters" search={{ mine: true, status: statusesOf(step.matters) }}>
                {desk.all(step.total)}
              </Link>
            )}
          </div>
          <ul>
            {step.matters.map((matter) => (
              <MatterLine key={matter.id} matter={matter} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type Matters = Desk['waiting'][number]['matters']

/** The states in which this step waits, as the shown rows have them. */
function statusesOf(matters: Matters): string {
  return [...new Set(matters.map((matter) => matter.status))].join(',')
}
