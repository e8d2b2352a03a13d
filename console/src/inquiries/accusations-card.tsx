/** The clerk's register of what was sealed: where it went, under which number, and what came back. No word of it. */
import { sealedRouteLabels } from '@luoshi/domain/opinions/voice'
import {
  eraseAccusation,
  listAccusations,
  type AccusationRow,
} from '@luoshi/server/contract/sealed'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { nowOf } from '../ui/now-of.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { EraseSealed } from './erase-sealed.tsx'
import { HandleAccusation, type AccusationDoing } from './handle-accusation.tsx'
import { ReadAccusation } from './read-accusation.tsx'

type Doing = Readonly<{ what: AccusationDoing | 'read' | 'erase'; row: AccusationRow }>

export function AccusationsCard({ appraisal }: AppraisalTabProps) {
  const { accusations: words } = useWords().inquiries
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  const { data, error, refetch } = useQuery({
    queryKey: ['accusations', appraisal.id],
    queryFn: async () => (await ask(listAccusations, { params: { appraisal: appraisal.id } })).rows,
  })
  return (
    <section className="card no-print" aria-label={words.title}>
      <div className="card-head">
        <h2>{words.title}</h2>
      </div>
      <p className="card-body quiet">
        {words.only}
        {data?.length === 0 && ` ${words.none}。`}
      </p>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data?.map((row) => (
        <Item key={row.id} row={row} onDo={(what) => setDoing({ what, row })} />
      ))}
      {doing?.what === 'read' && <ReadAccusation row={nowOf(data, doing.row)} onClose={close} />}
      {doing?.what === 'erase' && (
        <EraseSealed
          what={doing.row.status === 'erased' ? 'outcome' : 'accusation'}
          changes={['accusations', 'voices']}
          send={(told) =>
            ask(eraseAccusation, {
              params: { envelope: doing.row.id },
              body: { version: nowOf(data, doing.row).version, ...told },
            }).then((row) => row !== null)
          }
          onClose={close}
        />
      )}
      {doing && doing.what !== 'read' && doing.what !== 'erase' && (
        <HandleAccusation row={nowOf(data, doing.row)} what={doing.what} onClose={close} />
      )}
    </section>
  )
}

function Item({
  row,
  onDo,
}: Readonly<{ row: AccusationRow; onDo: (what: Doing['what']) => void }>) {
  const { accusations: words } = useWords().inquiries
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  const may = useMay()
  const { status, notedOn, route, reference, divertedOn, outcome, answeredOn, erasedOn } = row
  const awaits = (status === 'diverted' || status === 'passedOn') && outcome === null
  const erasable = status === 'erased' ? outcome !== null : status !== 'noted'
  const day = (one: typeof today | null) => (one === null ? '' : dayText(one, today, language))
  return (
    <article className="record">
      <p>
        {erasedOn === null ? words.notedOn(day(notedOn)) : words.erased(day(erasedOn))}
        {status === 'passedOn' && ` · ${words.fromVoice}`}
        {route !== null &&
          ` · ${words.diverted(say(sealedRouteLabels[route]), day(divertedOn), reference ?? '')}`}
      </p>
      {status === 'noted' && <p className="due-amber">{words.waiting}</p>}
      {awaits && <p className="quiet">{words.awaiting}</p>}
      {outcome !== null && <p className="as-written">{words.answered(day(answeredOn), outcome)}</p>}
      <span className="card-actions">
        {status === 'noted' && (
          <>
            <Button size="small" type="primary" onClick={() => onDo('divert')}>
              {words.divert}
            </Button>
            <Button size="small" onClick={() => onDo('read')}>
              {words.read}
            </Button>
          </>
        )}
        {awaits && (
          <Button size="small" onClick={() => onDo('outcome')}>
            {words.outcome}
          </Button>
        )}
        {erasable && may('EraseSealed') && (
          <Button size="small" type="text" danger onClick={() => onDo('erase')}>
            {status === 'erased' ? words.eraseOutcome : words.eraseIt}
          </Button>
        )}
      </span>
    </article>
  )
}
