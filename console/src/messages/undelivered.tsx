/** Messages that were given up, for the administrator: to whom, by what, why; and once more. */
import { listUndelivered, retryMessage } from '@luoshi/server/contract/messages'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'

export function Undelivered() {
  const { messages: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['undelivered'],
    queryFn: () => ask(listUndelivered, {}),
  })
  const retry = useAct(
    (message: string) => ask(retryMessage, { params: { message } }),
    ['undelivered'],
  )
  return (
    <section className="card" aria-label={words.undelivered}>
      <div className="card-head">
        <h2>{words.undelivered}</h2>
      </div>
      <p className="card-body quiet">{words.undeliveredLead}</p>
      {(error ?? retry.error) && (
        <ProblemNote error={error ?? retry.error} onRetry={() => void refetch()} />
      )}
      {data && data.waiting > 0 && <p className="card-body">{words.waiting(data.waiting)}</p>}
      {data?.rows.length === 0 && <p className="card-body">{words.noUndelivered}</p>}
      {data && data.rows.length > 0 && (
        <SheetScroll>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{words.who}</th>
                <th scope="col">{words.by}</th>
                <th scope="col">{words.on}</th>
                <th scope="col">{words.tries}</th>
                <th scope="col">{words.fault}</th>
                <th scope="col">{words.retry}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.name}</td>
                  <td>{words.channels[row.channel]}</td>
                  <td>{row.day}</td>
                  <td className="number">{row.tries}</td>
                  <td>
                    <code>{row.fault}</code>
                  </td>
                  <td>
                    <Button size="small" onClick={() => retry.mutate(row.id)}>
                      {words.retry}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </SheetScroll>
      )}
    </section>
  )
}
