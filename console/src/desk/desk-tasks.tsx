/** What waits for me besides matters: one click leads to the page where it is done. Loaded after the first room. */
import type { DeskTask } from '@luoshi/server/contract/desk'
import { Link } from '@tanstack/react-router'
import { useSession } from '../api/session.ts'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'

export function DeskTasks({ tasks }: Readonly<{ tasks: readonly DeskTask[] }>) {
  const { desk } = useWords()
  return (
    <section className="card" aria-label={desk.tasks}>
      <div className="card-head">
        <h2>
          {desk.tasks}
          <small className="number">{desk.taskCount(tasks.length)}</small>
        </h2>
      </div>
      <ul>
        {tasks.map((task) => (
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
      <Link to={pathOf(task)} search={searchOf(task)} className="matter-line task-line">
        <span className="matter-line-title">
          <b>{say(task.label)}</b> {task.title}
        </span>
        {task.due !== null && (
          <span className={task.due < today ? 'due due-red' : 'quiet'}>
            {(task.due < today ? desk.taskLate : desk.taskDue)(dayText(task.due, today, language))}
          </span>
        )}
      </Link>
    </li>
  )
}

function searchOf({ kind }: DeskTask): Readonly<{ tab?: string }> {
  if (kind === 'selfCheck') return { tab: 'self-check' }
  if (kind === 'accusation') return { tab: 'inquiry' }
  if (kind === 'survey' || kind === 'sampleOfSurvey') return { tab: 'sample' }
  if (kind === 'surveyTexts') return { tab: 'texts' }
  return kind === 'voices' ? { tab: 'voices' } : {}
}

function pathOf({ kind, id }: DeskTask): string {
  switch (kind) {
    case 'appraisal':
    case 'selfCheck':
    case 'voices':
    case 'accusation':
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
    case 'survey':
    case 'surveyTexts':
    case 'sampleOfSurvey':
      return `/surveys/${id}`
    case 'paperForms':
      return `/survey-papers/${id}`
    case 'briefing':
      return `/briefings/${id}`
    case 'meeting':
      return `/meetings/${id}`
    case 'yearPlan':
      return `/year-plans/${id}`
    case 'drawing':
      return `/drawings/${id}`
    case 'session':
      return '/people/terms'
    case 'sample':
      return '/supervision/samples'
    case 'approval':
      return '/approvals'
    case 'quarantine':
      return '/quarantine'
    case 'messages':
      return '/messages'
  }
}
