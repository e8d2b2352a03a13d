/** Every step of a campaign with its paper: done, waited for, behind, or done without by decision. */
import type { GuideStep } from '@luoshi/domain/appraisals/appraisal-guide'
import { stepRules, type CampaignStep } from '@luoshi/domain/appraisals/campaign-steps'
import { phaseLabels } from '@luoshi/domain/appraisals/phases'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../api/session.ts'
import { appraisalTabsFor } from '../shell/appraisal-tabs.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'

const marks = {
  done: '✓',
  waived: '—',
  now: '●',
  behind: '!',
  ahead: '○',
  none: '·',
} as const satisfies Record<GuideStep['standing'], string>

/** The tab where a step is done; then it follows from the record and needs no tick. Others are recorded from paper. */
const tabOf: Partial<Readonly<Record<CampaignStep, string>>> = {
  kickOff: 'inquiry',
  publicCall: 'voices',
  selfCheckDone: 'self-check',
  investigationDone: 'inquiry',
  meetingHeld: 'meetings',
  opinionsApproved: 'letters',
  letterDelivered: 'letters',
  reportReceived: 'letters',
  verdictGiven: 'ballots',
}

export function StepList({
  appraisal,
  steps,
  unitNames,
  onRecord,
}: Readonly<{
  appraisal: AppraisalId
  steps: readonly GuideStep[]
  unitNames: Readonly<Record<string, string>>
  onRecord: ((step: CampaignStep) => void) | null
}>) {
  const { appraisals: words } = useWords()
  return (
    <section className="card" aria-label={words.stepsTitle}>
      <div className="card-head">
        <h2>
          {words.stepsTitle}
          <small className="number">
            {words.stepsDone(steps.filter(({ standing }) => standing === 'done').length)}
          </small>
        </h2>
      </div>
      <ol className="step-list">
        {steps.map((one) => (
          <Step
            key={one.step}
            appraisal={appraisal}
            one={one}
            waiting={one.units.map((unit) => unitNames[unit] ?? '')}
            onRecord={onRecord}
          />
        ))}
      </ol>
    </section>
  )
}

function Step({
  appraisal,
  one,
  waiting,
  onRecord,
}: Readonly<{
  appraisal: AppraisalId
  one: GuideStep
  waiting: readonly string[]
  onRecord: ((step: CampaignStep) => void) | null
}>) {
  const { appraisals: words } = useWords()
  const { today, roles } = useSession()
  const language = useLanguage()
  const say = useSay()
  const { step, standing, on, until, latest } = one
  const shown = (day: typeof today) => dayText(day, today, language)
  const tab = appraisalTabsFor(roles).find(({ key }) => key === tabOf[step])?.key
  const isOpen = standing === 'now' || standing === 'behind'
  return (
    <li className={`step step-${standing}`}>
      <span className="step-mark" aria-hidden="true">
        {marks[standing]}
      </span>
      <div className="step-what">
        <b>{say(stepRules[step])}</b>{' '}
        <span className="quiet">
          {say(phaseLabels[one.phase])} · {words.owners[one.owner]}
          {one.required ? '' : ` · ${words.ifAny}`}
        </span>
        <p className="quiet">
          {words.standings[standing]}
          {on !== null && ` · ${shown(on)}`}
          {one.number !== null && ` · ${one.number}`}
          {until !== null && ` · ${words.openUntil(shown(until))}`}
          {one.note !== '' && ` · ${one.note}`}
          {one.fromRecord && ` · ${words.fromRecord}`}
        </p>
        {waiting.length > 0 && <p className="due-red">{words.waitsForUnits(waiting)}</p>}
        {latest !== null && (
          <p className={one.isLate ? 'due-red' : 'quiet'}>
            {one.isLate ? words.lateFor(shown(latest)) : words.latest(shown(latest))}
          </p>
        )}
      </div>
      {tab !== undefined && isOpen && (
        <Link
          className="step-go"
          to="/appraisals/$appraisal"
          params={{ appraisal }}
          search={{ tab }}
          aria-label={words.goDoStep(say(stepRules[step]))}
        >
          {words.goDo} →
        </Link>
      )}
      {onRecord && standing !== 'none' && (
        <Button size="small" onClick={() => onRecord(step)}>
          {standing === 'done' ? words.correct : words.record}
        </Button>
      )}
    </li>
  )
}
