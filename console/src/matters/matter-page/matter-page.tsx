/** The page of one matter for everybody who works on it: what it is, what is next, every round, every trace. */
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { isId } from '@luoshi/domain/kernel/ids'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { isRefusal } from '../../api/problem.ts'
import { useSession } from '../../api/session.ts'
import { calendarQuery } from '../../calendar/calendar-query.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { EmptyNote } from '../../ui/empty-note.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../words/language.ts'
import { PastBanner } from './as-of/past-banner.tsx'
import { TimeTravel } from './as-of/time-travel.tsx'
import { MatterBody } from './matter-body.tsx'
import { matterQuery, momentOf, policyQuery } from './matter-query.ts'
import type { MatterSearch } from './matter-search.ts'
import { StepDrawer } from './next/step-drawer.tsx'
import './styles/matter.css'
import './styles/forms.css'
import './styles/rounds.css'
import './styles/trail.css'
import './styles/print.css'

const route = getRouteApi('/matters/$matter')

export function MatterPage() {
  const { matter } = route.useParams()
  return isId('matter', matter) ? <Matter key={matter} id={matter} /> : <NotFound />
}

function Matter({ id }: Readonly<{ id: MatterId }>) {
  const search = route.useSearch()
  const navigate = useNavigate()
  const session = useSession()
  const asOf = momentOf(search)
  const now = useQuery(matterQuery(id, null))
  const then = useQuery({ ...matterQuery(id, asOf), enabled: asOf !== null })
  const shown = asOf === null ? now : then
  const key = now.data?.ruleBook.key ?? ''
  const { data: days } = useQuery(calendarQuery)
  const rules = useQuery({
    ...policyQuery(key, days?.calendar ?? chinaCalendar),
    enabled: key !== '' && days !== undefined,
  })
  const go = (next: MatterSearch) =>
    void navigate({
      to: '/matters/$matter',
      params: { matter: id },
      search: next,
      replace: asOf !== null || search.step !== undefined,
      resetScroll: false,
    })
  const close = () => {
    go({})
    window.setTimeout(
      () => document.getElementById('next-steps')?.focus({ preventScroll: true }),
      250,
    )
  }
  if (now.error) return <ProblemNote error={now.error} onRetry={() => void now.refetch()} />
  if (!now.data) return <Waiting lines={10} />
  const around = { detail: now.data, session, policy: rules.data ?? null }
  const step: MatterStep | undefined = asOf === null ? search.step : undefined
  return (
    <div className={asOf === null ? 'matter-page' : 'matter-page is-past'}>
      {asOf !== null && <PastBanner asOf={asOf} trail={now.data.trail} onNow={() => go({})} />}
      {shown.error ? (
        <NotThen error={shown.error} />
      ) : shown.data ? (
        <MatterBody
          around={{ ...around, detail: shown.data }}
          asOf={asOf}
          onOpen={(next) => go({ step: next })}
          travel={<TimeTravel trail={now.data.trail} asOf={asOf} onGo={go} />}
        />
      ) : (
        <Waiting lines={10} />
      )}
      {step !== undefined && rules.isFetched && (
        <StepDrawer
          step={step}
          around={around}
          onClose={close}
          onOpen={(next) => go({ step: next })}
        />
      )}
    </div>
  )
}

/** The matter was not there yet at the moment asked for. */
function NotThen({ error }: Readonly<{ error: unknown }>) {
  const { asOf } = useWords().matterPage
  if (!isRefusal(error, 'not-found')) return <ProblemNote error={error} />
  return <EmptyNote title={asOf.notYet}>{asOf.notYetFix}</EmptyNote>
}
