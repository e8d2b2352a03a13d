/** The big screen of the hall: nothing but the session and what is being said, large, newest at the bottom. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import { speakerKindLabels } from '@luoshi/domain/meetings/speech'
import { getRouteApi } from '@tanstack/react-router'
import { NotFound } from '../shell/not-found.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useSay, useWords } from '../words/language.ts'
import './meetings.css'
import { useLiveMeeting } from './use-live-meeting.ts'

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
              {live === 'lost' && ` · ${words.lost}`}
            </p>
          </header>
          <ol>
            {data.speeches.slice(-shown).map((speech) => (
              <li key={speech.id} ref={speech === newest ? intoView : null}>
                <strong>
                  {speech.speaker === '' ? say(speakerKindLabels[speech.kind]) : speech.speaker}
                </strong>
                <p>{speech.text}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
