/** A poster for each place where one can walk in: the question, the QR code, what is not kept. One A4 page each. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { isInUse, isOpenChannel, type Channel } from '@luoshi/domain/surveys/channel'
import { hrefOf } from '@luoshi/server/contract/kit'
import { surveyQr, type SurveyDetail } from '@luoshi/server/contract/surveys'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useSession } from '../api/session.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { answerLink } from './answer-link.ts'
import { surveyQuery } from './survey-query.ts'
import './surveys.css'

const route = getRouteApi('/surveys/$survey/posters')

export function PostersPage() {
  const { survey } = route.useParams()
  return isId('survey', survey) ? <Posters id={survey} /> : <NotFound />
}

function Posters({ id }: Readonly<{ id: Id<'survey'> }>) {
  const words = useSurveyWords()
  const { data, error, refetch } = useQuery(surveyQuery(id))
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={8} />
  const open = data.reach.channels.filter(
    // A kiosk keeps nothing of whoever was there: its address is opened on it, never scanned.
    (one) => isOpenChannel(one.kind) && one.kind !== 'counter' && isInUse(one),
  )
  return (
    <>
      <div className="no-print">
        <PageHead
          title={words.posters}
          lead={
            <>
              <Link to="/surveys/$survey" params={{ survey: id }} search={{ tab: 'reach' }}>
                {data.title}
              </Link>{' '}
              · {words.postersLead}
            </>
          }
          actions={
            <Button type="primary" onClick={() => window.print()}>
              {words.print}
            </Button>
          }
        />
      </div>
      {open.map((channel) => (
        <Poster key={channel.code} survey={data} channel={channel} />
      ))}
    </>
  )
}

function Poster({ survey, channel }: Readonly<{ survey: SurveyDetail; channel: Channel }>) {
  const words = useSurveyWords()
  const language = useLanguage()
  const { congress } = useSession()
  const link = answerLink(survey.id, channel)
  const src = hrefOf(surveyQr, { survey: survey.id, channel: channel.code })
  return (
    <article className="card poster" aria-label={channel.place}>
      <p className="poster-asker">{congress.name}</p>
      <h2>{words.posterAsk}</h2>
      <p className="poster-title">{survey.title}</p>
      <img src={src} alt={link} width={320} height={320} />
      <p className="poster-how">{words.posterHow}</p>
      <p>{words.posterAnonymous}</p>
      <p>{words.posterUntil(fullDayText(survey.until, language))}</p>
      <p className="quiet">{words.posterOr}</p>
      <p className="poster-link">{link}</p>
      <p className="poster-place">{channel.place}</p>
    </article>
  )
}
