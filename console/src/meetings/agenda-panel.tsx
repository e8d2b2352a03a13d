/** The agenda as the meeting goes: who speaks to each point, and what has been heard. */
import { hearPoint, type MeetingRow } from '@luoshi/server/contract/meetings'
import { Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'

export function AgendaPanel({ meeting }: Readonly<{ meeting: MeetingRow }>) {
  const { meetings: words } = useWords()
  const may = useMay()
  const { id, version, agenda, heard, status } = meeting
  const act = useAct(
    (point: number) => ask(hearPoint, { params: { meeting: id }, body: { version, point } }),
    ['meeting', 'meetings'],
  )
  if (agenda.length === 0) return null
  const next = agenda.findIndex((_, at) => !heard.includes(at))
  return (
    <section className="card" aria-label={words.agenda}>
      <div className="card-head">
        <h2>{words.agenda}</h2>
      </div>
      <div className="card-body">
        {act.error && <ProblemNote error={act.error} />}
        <ol className="agenda-list">
          {agenda.map(({ text, speaker }, at) => (
            <li
              key={text}
              aria-current={at === next && status === 'inSession' ? 'step' : undefined}
            >
              {text}
              {speaker !== '' && <span className="quiet">（{speaker}）</span>}{' '}
              {heard.includes(at) && <span className="due-green">✓ {words.heard}</span>}
              {!heard.includes(at) && status === 'inSession' && may('HearPoint') && (
                <Button
                  size="small"
                  type="text"
                  aria-label={`${words.hear}：${text}`}
                  loading={act.isPending && act.variables === at}
                  onClick={() => act.mutate(at)}
                >
                  {words.hear}
                </Button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
