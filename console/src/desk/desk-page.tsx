/** My desk: what waits for me by step, what is late, what is due soon, and the count that must come out. */
import type { Desk } from '@luoshi/server/contract/desk'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession } from '../api/session.ts'
import { seesMatters } from '../shell/rooms.ts'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import './desk.css'
import { CountsByStatus } from './counts-by-status.tsx'
import { DeskImports } from './desk-imports.tsx'
import { DeskList } from './desk-list.tsx'
import { FirstSteps } from './first-steps.tsx'
import { LawLine } from './law-line.tsx'
import { deskQuery, loadTasks, tasksQuery } from './routes.tsx'
import { WaitingSteps } from './waiting-steps.tsx'

const DeskTasks = lazy(async () => ({ default: (await loadTasks()).DeskTasks }))

export function DeskPage() {
  const { desk: words } = useWords()
  const session = useSession()
  const { data, error, refetch } = useQuery(deskQuery)
  const { data: tasks } = useQuery(tasksQuery)
  const matters = data?.waiting.reduce((sum, step) => sum + step.total, 0)
  const waiting = matters === undefined || !tasks ? undefined : matters + tasks.length
  return (
    <>
      <PageHead
        title={words.title}
        {...(waiting === undefined ? {} : { lead: words.lead(waiting) })}
        actions={seesMatters(session.roles) && <Link to="/matters">{words.ledger} →</Link>}
      />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data ? <DeskBody desk={data} /> : !error && <Waiting lines={9} />}
    </>
  )
}

function DeskBody({ desk }: Readonly<{ desk: Desk }>) {
  const { roles } = useSession()
  const { data: tasks } = useQuery(tasksQuery)
  const others = tasks && tasks.length > 0 && (
    <Suspense>
      <DeskTasks tasks={tasks} />
    </Suspense>
  )
  if (desk.law.raised === 0 && desk.imports.length === 0) return others || (tasks && <FirstSteps />)
  return (
    <div className="desk">
      <div className="desk-main">
        {others}
        <WaitingSteps steps={desk.waiting} otherTasks={tasks?.length !== 0} />
        <DeskImports imports={desk.imports} />
      </div>
      <div className="desk-side">
        <LawLine law={desk.law} left={leftLater(desk)} />
        {seesMatters(roles) && <DueLists desk={desk} />}
      </div>
    </div>
  )
}

function DueLists({ desk }: Readonly<{ desk: Desk }>) {
  const { desk: words } = useWords()
  return (
    <>
      <DeskList
        title={words.late}
        tone="late"
        list={desk.late}
        nothing={words.nothingLate}
        search={{ late: true, sort: 'due' }}
      />
      <DeskList
        title={words.soon}
        tone="soon"
        list={desk.soon}
        nothing={words.nothingSoon}
        search={{ sort: 'due' }}
      />
      <CountsByStatus counts={desk.counts} />
    </>
  )
}

/** Numbered matters that left by an exit later. A unit counts only what it answers for, so it is not told of the county's. */
function leftLater({ counts, law }: Desk): number {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return all === law.matters + counts.exited ? counts.exited : 0
}
