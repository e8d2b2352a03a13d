/** The team with its head, what will be done, and whether the kick-off was held. */
import { methodRules } from '@luoshi/domain/inquiries/methods'
import type { PlanRow } from '@luoshi/server/contract/inquiries'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { KickOffDialog } from './kick-off-dialog.tsx'
import { PlanDialog, type TeamAccount } from './plan-dialog.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

type Props = AppraisalTabProps & Readonly<{ row: PlanRow | null; accounts: readonly TeamAccount[] }>

export function PlanCard({ appraisal, row, accounts }: Props) {
  const { plan: words } = useWords().inquiries
  const may = useMay()
  const [doing, setDoing] = useState<'plan' | 'kickOff' | null>(null)
  const mayPlan = may('PlanInquiry') && appraisal.status === 'running'
  return (
    <section className="card" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
        {row && mayPlan && (
          <span className="card-actions">
            {row.plan.status === 'planned' && (
              <Button type="primary" onClick={() => setDoing('kickOff')}>
                {words.kickOff}
              </Button>
            )}
            <Button onClick={() => setDoing('plan')}>{words.change}</Button>
          </span>
        )}
      </div>
      {row ? (
        <Planned row={row} />
      ) : (
        <EmptyNote
          title={words.none}
          action={
            mayPlan && (
              <Button type="primary" onClick={() => setDoing('plan')}>
                {words.make}
              </Button>
            )
          }
        >
          {words.noneFix}
        </EmptyNote>
      )}
      {doing === 'plan' && (
        <PlanDialog
          appraisal={appraisal.id}
          row={row}
          accounts={accounts}
          onClose={() => setDoing(null)}
        />
      )}
      {doing === 'kickOff' && row && (
        <KickOffDialog appraisal={appraisal.id} row={row} onClose={() => setDoing(null)} />
      )}
    </section>
  )
}

function Planned({ row: { plan } }: Readonly<{ row: PlanRow }>) {
  const { plan: words } = useWords().inquiries
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  return (
    <div className="card-body">
      <ul className="team" aria-label={words.team}>
        {plan.team.map(({ name, isHead }) => (
          <li key={name} className={isHead ? 'is-head' : ''}>
            {name}
            {isHead && <small>{words.head}</small>}
          </li>
        ))}
      </ul>
      {plan.works.length > 0 && (
        <SheetScroll>
          <table className="sheet">
            <caption className="sr-only">{words.works}</caption>
            <thead>
              <tr>
                <th scope="col">{words.on}</th>
                <th scope="col">{words.method}</th>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.who}</th>
              </tr>
            </thead>
            <tbody>
              {plan.works.map(({ method, on, place, who }) => (
                <tr key={`${method} ${on} ${place} ${who}`}>
                  <td>{on === null ? words.undated : dayText(on, today, language)}</td>
                  <td>{say(methodRules[method])}</td>
                  <td>{place}</td>
                  <td>{who}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
      <p className={plan.status === 'started' ? 'due-green' : 'due-amber'}>
        {plan.status === 'started'
          ? words.kickedOff(dayText(plan.kickOff.heldOn, today, language))
          : words.notKickedOff}
      </p>
      {plan.status === 'started' && plan.kickOff.note !== '' && (
        <p className="as-written">{plan.kickOff.note}</p>
      )}
    </div>
  )
}
