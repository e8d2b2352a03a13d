/** The seven parts of a plan, each with a tick once it is written. */
import { planPartLabels, planParts, type PlanPart } from '@luoshi/domain/plans/plan'
import { useSay, useWords } from '../../../words/language.ts'

export function PlanChecklist({
  missing,
  refused,
}: Readonly<{ missing: readonly PlanPart[]; refused: string | undefined }>) {
  const { plan: words } = useWords().matterPage
  const say = useSay()
  return (
    <section className="plan-checklist" aria-label={words.checklist} id="field-plan" tabIndex={-1}>
      <output className={missing.length === 0 ? 'is-complete' : ''}>
        {missing.length === 0 ? words.complete : words.missing(missing.length)}
      </output>
      <ul>
        {planParts.map((part) => {
          const lacks = missing.includes(part)
          return (
            <li key={part} className={lacks ? 'lacks' : 'has'}>
              <span aria-hidden="true">{lacks ? '○' : '✓'}</span> {say(planPartLabels[part])}
              <span className="sr-only">：{lacks ? words.lacks : words.has}</span>
            </li>
          )
        })}
      </ul>
      {refused !== undefined && <p className="step-error">{refused}</p>}
    </section>
  )
}
