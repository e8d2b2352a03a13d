/** The big screen of the hall: nothing but the session and what is being said, large, newest at the bottom. */
import { validForms } from '@luoshi/domain/ballots/ballot-count'
import { subjectLabels } from '@luoshi/domain/ballots/ballot-rows'
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { speakerKindLabels, speechActLabels } from '@luoshi/domain/meetings/speech'
import { useQuery } from '@tanstack/react-query'
import { listBallots, type BallotBrief } from '@luoshi/server/contract/ballots'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import './meetings.css'
import { useLiveMeeting } from './use-live-meeting.ts'
import { useGradeName } from '../ui/grade-name.ts'

const route = getRouteApi('/meetings/$meeting/screen')

/** More than fit on any wall. */
const shown = 12

export function ScreenPage() {
  const { meeting } = route.useParams()
  return isId('meeting', meeting) ? <Screen key={meeting} id={meeting} /> : <NotFound />
}

/** The newest line comes into view when it takes its place. */
function intoView(line: HTMLLIElement | null) {
  line?.scrollIntoView({ block: 'end' })
}

function Screen({ id }: Readonly<{ id: Id<'meeting'> }>) {
  const { meetings: words } = useWords()
  const say = useSay()
  const { data, error, live } = useLiveMeeting(id)
  const { data: ballots = [] } = useQuery({
    queryKey: ['ballots', 'at', id],
    queryFn: async () => (await ask(listBallots, { query: { meeting: id } })).rows,
  })
  const announced = ballots.filter(({ status }) => status === 'announced')
  const newest = data?.speeches.at(-1)
  return (
    <div className="big-screen">
      {error && <ProblemNote error={error} />}
      {data && (
        <>
          <header>
            <h1>{data.meeting.session}</h1>
            <p>
              {data.meeting.present !== null &&
                words.attendance(data.meeting.present, data.meeting.members)}
              {data.meeting.present !== null &&
                data.meeting.status === 'inSession' &&
                data.meeting.present < data.meeting.quorum &&
                `，${words.quorumLost(data.meeting.quorum)}`}
              {live === 'lost' && ` · ${words.lost}`}
            </p>
          </header>
          {announced.map((ballot) => (
            <Announced key={ballot.id} ballot={ballot} />
          ))}
          <ol>
            {data.speeches.slice(-shown).map((speech) => (
              <li key={speech.id} ref={speech === newest ? intoView : null}>
                <strong>
                  {speech.speaker === '' ? say(speakerKindLabels[speech.kind]) : speech.speaker}
                </strong>
                {speech.act !== 'remark' && <span> · {say(speechActLabels[speech.act])}</span>}
                <p>{speech.text}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}

/** The result as it is announced in the hall: always with its figures. */
function Announced({ ballot }: Readonly<{ ballot: BallotBrief }>) {
  const { ballots: words } = useWords()
  const say = useSay()
  const gradeName = useGradeName()
  const { count, grades, officialName, about } = ballot
  return (
    <section className="big-result" aria-label={words.announcedRow}>
      <p>{about === 'official' ? words.resultOf(officialName) : say(subjectLabels[about])}</p>
      <strong>{[...new Set(grades.map(gradeName))].join(' · ')}</strong>
      {count && (
        <p>
          {words.issued} {count.issued} · {words.returned} {count.returned} · {words.valid}{' '}
          {validForms(count)}
          {about === 'official' &&
            ballot.votes.map(({ zh, en, n }) => ` · ${say({ zh, en })} ${n}`)}
        </p>
      )}
    </section>
  )
}
