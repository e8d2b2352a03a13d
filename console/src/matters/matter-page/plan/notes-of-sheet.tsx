/** What the sheet that brought the matter in says of its plan: shown as written, and taken over where a form is given. */
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import { Button } from 'antd'
import { useLanguage } from '../../../words/language.ts'
import { planNotesEn } from '../../../words/plan-notes.en.ts'
import { planNotesZh } from '../../../words/plan-notes.zh.ts'

const shown = [
  'analysis',
  'task',
  'measures',
  'due',
  'oversees',
  'leads',
  'does',
  'section',
] as const satisfies readonly (keyof PlanNotes)[]

export function NotesOfSheet({
  matter: { noted },
  onTake,
}: Readonly<{ matter: OpenedMatter; onTake?: (noted: PlanNotes) => void }>) {
  const words = useLanguage() === 'zh' ? planNotesZh : planNotesEn
  if (!noted) return null
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>
          {words.title}
          <small>{words.lead}</small>
        </h2>
      </div>
      <div className="card-body">
        <dl className="plan-notes">
          {shown.map((part) =>
            noted[part] ? (
              <div key={part}>
                <dt>{words[part]}</dt>
                <dd>{noted[part]}</dd>
              </div>
            ) : null,
          )}
        </dl>
        {onTake && (
          <p>
            <Button size="small" onClick={() => onTake(noted)}>
              {words.take}
            </Button>{' '}
            <span className="quiet">{words.takeHint}</span>
          </p>
        )}
      </div>
    </section>
  )
}
