/** What waits for me besides matters: one click leads to the page where it is done. */
import { getDeskTasks, type DeskTask } from '@luoshi/server/contract/desk'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'

export const tasksQuery = queryOptions({
  queryKey: ['desk', 'tasks'],
  queryFn: async () => (await ask(getDeskTasks, {})).rows,
})

/** `otherwise` is shown when nothing waits. */
export function DeskTasks({ otherwise = null }: Readonly<{ otherwise?: ReactNode }>) {
  const { desk } = useWords()
  const { data } = useQuery(tasksQuery)
  if (!data) return null
  if (data.length === 0) return otherwise
  return (
    <section className="card" aria-label={desk.tasks}>
      <div className="card-head">
        <h2>
          {desk.tasks}
          <small className="number">{desk.taskCount(data.length)}</small>
        </h2>
      </div>
      <ul>
        {data.map((task) => (
          <Task key={`${task.kind} ${task.id} ${task.label.en}`} task={task} />
        ))}
      </ul>
    </section>
  )
}

function Task({ task }: Readonly<{ task: DeskTask }>) {
  const { desk } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  return (
    <li>
      <Link to={pathOf(task)} search={searchOf(task)} className="matter-line">
        <span className="matter-line-title">
          <b>{say(task.label)}</b> {task.title}
        </span>
        {task.due !== null && (
          <span className="quiet">{desk.taskDue(dayText(task.due, today, language))}</span>
        )}
      </Link>
    </li>
  )
}

function searchOf({ kind }: DeskTask): Readonly<{ tab?: string }> {
  if (kind === 'selfCheck') return { tab: 'self-check' }
  return kind === 'voices' ? { tab: 'voices' } : {}
}

function pathOf({ kind, id }: DeskTask): string {
  switch (kind) {
    case 'appraisal':
    case 'selfCheck':
    case 'voices':
      return `/appraisals/${id}`
    case 'letter':
      return `/letters/${id}`
    case 'report':
      return `/reports/${id}`
    case 'handOver':
      return `/hand-overs/${id}`
    case 'defence':
      return `/matters/${id}`
    case 'notice':
      return `/notices/${id}`
    case 'measure':
      return `/consequences/${id}`
    case 'ballot':
      return `/ballots/${id}`
    case 'inquiryReport':
      return `/appraisals/${id}/inquiry-report`
    case 'sample':
      return '/supervision/samples'
  }
}
