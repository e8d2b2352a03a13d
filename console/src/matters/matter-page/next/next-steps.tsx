/** What is next: whose turn it is, the steps this person may take now, and those that come later with the reason. */
import { currentRound } from '@luoshi/domain/matters/matter'
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { Button } from 'antd'
import { useWords } from '../../../words/language.ts'
import type { Around } from '../around.ts'
import { readDraft } from './draft-store.ts'
import { LaterSteps } from './later-steps.tsx'
import { TermsNote } from './terms-note.tsx'
import { groupOf, stepOnward, turnOf, type StepGroup } from './step-order.ts'

const groups: readonly StepGroup[] = ['main', 'supervise', 'change']

export function NextSteps({
  around,
  onOpen,
}: Readonly<{ around: Around; onOpen: (step: MatterStep) => void }>) {
  const { matterPage } = useWords()
  const { next, steps } = matterPage
  const { detail } = around
  const onward = stepOnward(detail.matter)
  const mine = detail.may.filter((step) => groupOf(step) === 'main')
  const first = mine.find((step) => step === onward) ?? mine[0] ?? null
  const yours = first !== null
  return (
    <section className="card next-steps no-print" aria-labelledby="next-steps">
      <div className="next-main">
        <h2 id="next-steps" tabIndex={-1}>
          {next.title}
        </h2>
        <p className={yours ? 'turn is-yours' : 'turn'}>
          {yours ? next.yours : next.turn[turnOf(detail.matter)]}
        </p>
        {first !== null && <p className="quiet">{steps[first].lead}</p>}
        <TermsNote around={around} />
      </div>
      <div className="next-actions">
        {first !== null && (
          <Button type="primary" size="large" onClick={() => onOpen(first)}>
            {steps[first].verb}
            <DraftMark around={around} step={first} />
          </Button>
        )}
        {groups.map((group) => {
          const these = detail.may.filter((step) => step !== first && groupOf(step) === group)
          if (these.length === 0) return null
          return (
            <fieldset
              key={group}
              className={`step-group step-group-${group}`}
              aria-label={matterPage.groups[group]}
            >
              {group !== 'main' && (
                <span className="step-group-name">{matterPage.groups[group]}</span>
              )}
              {these.map((step) => (
                <Button key={step} onClick={() => onOpen(step)}>
                  {steps[step].verb}
                  <DraftMark around={around} step={step} />
                </Button>
              ))}
            </fieldset>
          )
        })}
        <LaterSteps around={around} />
      </div>
    </section>
  )
}

function DraftMark({ around, step }: Readonly<{ around: Around; step: MatterStep }>) {
  const { next } = useWords().matterPage
  const { detail, session } = around
  const round = currentRound(detail.matter)?.number ?? 0
  const draft = readDraft({ account: session.account.id, matter: detail.id, step, round })
  if (draft === null) return null
  return (
    <span className="draft-mark" title={next.draftKept}>
      <span className="sr-only">（{next.draftKept}）</span>
    </span>
  )
}
