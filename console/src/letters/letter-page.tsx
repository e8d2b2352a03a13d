/** One letter as it is printed, what its wording leaves open, and the steps that can be taken now. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { getLetter, type LetterDetail } from '@luoshi/server/contract/letters'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { FindingsList } from './findings-list.tsx'
import { LetterPaper } from './letter-paper.tsx'
import { LetterSteps } from './letter-steps.tsx'
import './letters.css'

const route = getRouteApi('/letters/$letter')

export function LetterPage() {
  const { letter } = route.useParams()
  return isId('letter', letter) ? <Letter key={letter} id={letter} /> : <NotFound />
}

function Letter({ id }: Readonly<{ id: Id<'letter'> }>) {
  const { letters: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['letter', id],
    queryFn: () => ask(getLetter, { params: { letter: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const matters = data.items.map(({ matter, number, title }) => ({ id: matter, number, title }))
  const isRead = data.status === 'drafted' && data.may.revise
  return (
    <>
      <PageHead
        title={data.reference ?? `${words.form[data.form]}${words.noReference}`}
        lead={
          <>
            <Back letter={data} /> · {words.status[data.status]}
          </>
        }
        actions={<LetterSteps letter={data} />}
      />
      <div className={isRead ? 'letter-desk' : undefined}>
        <LetterPaper letter={data} />
        {isRead && <FindingsList findings={data.findings} matters={matters} />}
      </div>
    </>
  )
}

function Back({ letter }: Readonly<{ letter: LetterDetail }>) {
  const { letters: words } = useWords()
  const { roles } = useSession()
  const isUnit = roles.every((role) => role === 'official' || role === 'unitStaff')
  return isUnit ? (
    <Link to="/supervision">{words.backOwn}</Link>
  ) : (
    <Link
      to="/appraisals/$appraisal"
      params={{ appraisal: letter.appraisal }}
      search={{ tab: 'letters' }}
    >
      {words.back}
    </Link>
  )
}
