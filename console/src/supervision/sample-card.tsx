/** One draw: its list and figures, what was drawn, who goes there and what was found. */
import { sampleOutcomeLabels } from '@luoshi/domain/supervision/sample'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import type { SampleRow } from '@luoshi/server/contract/samples'
import { Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { AssignTask, CallWord, DrawLots, RecordTask, VoidDraw } from './sample-dialogs.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

type Act = 'call' | 'draw' | 'void'
type OnTask = Readonly<{ act: 'assign' | 'record'; matter: MatterId }>

export function SampleCard({ sample }: Readonly<{ sample: SampleRow }>) {
  const { samples: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const [act, setAct] = useState<Act | null>(null)
  const { may, status, purpose, count, labels, reason } = sample
  const acts = (['call', 'draw', 'void'] as const).filter((one) => may[one])
  const close = () => setAct(null)
  const name = `${words.purpose[purpose]} ${dayText(sample.sealedOn, today, language)}`
  return (
    <section className="card" aria-label={name}>
      <div className="card-head">
        <h2>
          {name}
          <small>
            {words.status[status]} · {words.drawn(count, labels.length)}
          </small>
        </h2>
        <div className="supervision-chosen">
          {acts.map((one, at) => (
            <Button key={one} type={at === 0 ? 'primary' : 'text'} onClick={() => setAct(one)}>
              {words[one]}
            </Button>
          ))}
        </div>
      </div>
      {reason !== null && <p className="card-body">{words.voided(reason)}</p>}
      {sample.tasks.length > 0 && <Tasks sample={sample} />}
      <Recompute sample={sample} />
      {act === 'call' && <CallWord sample={sample} onClose={close} />}
      {act === 'draw' && <DrawLots sample={sample} onClose={close} />}
      {act === 'void' && <VoidDraw sample={sample} onClose={close} />}
    </section>
  )
}

function Tasks({ sample }: Readonly<{ sample: SampleRow }>) {
  const { samples: words, letters } = useWords()
  const say = useSay()
  const [open, setOpen] = useState<OnTask | null>(null)
  const close = () => setOpen(null)
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.matter}</th>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {sample.tasks.map(({ matter, number, title, person, result }) => (
            <tr key={matter}>
              <td className="card-title">
                <MatterLink matter={matter}>
                  {letters.matterNumber(number)} {title}
                </MatterLink>
              </td>
              <td data-label={words.person}>
                {person ?? <span className="quiet">{words.nobody}</span>}{' '}
                {sample.may.assign && result === null && (
                  <Button size="small" onClick={() => setOpen({ act: 'assign', matter })}>
                    {words.assign}
                  </Button>
                )}
              </td>
              <td data-label={words.outcome}>
                {result === null ? (
                  <span className="quiet">{words.notYet}</span>
                ) : (
                  <>
                    {say(sampleOutcomeLabels[result.outcome])}
                    <div className="quiet">{result.findings}</div>
                  </>
                )}{' '}
                {sample.may.record && result === null && (
                  <Button size="small" onClick={() => setOpen({ act: 'record', matter })}>
                    {words.record}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open?.act === 'assign' && (
        <AssignTask sample={sample} matter={open.matter} onClose={close} />
      )}
      {open?.act === 'record' && (
        <RecordTask sample={sample} matter={open.matter} onClose={close} />
      )}
    </SheetScroll>
  )
}

function Recompute({ sample }: Readonly<{ sample: SampleRow }>) {
  const { samples: words } = useWords()
  const { labels, listHash, commitment, word, secret, salt, seed } = sample
  return (
    <details className="card-body sample-figures">
      <summary>{words.recompute}</summary>
      <p className="quiet">{words.recomputeLead}</p>
      <dl>
        <dt>{words.list}</dt>
        <dd>
          <pre>{labels.map((label, at) => `${at + 1} ${label}`).join('\n')}</pre>
        </dd>
        <dt>{words.listHash}</dt>
        <dd>
          <code>{listHash}</code>
        </dd>
        <dt>{words.commitment}</dt>
        <dd>
          <code>{commitment}</code>
        </dd>
        {word !== null && (
          <>
            <dt>{words.called}</dt>
            <dd>
              <code>{word}</code>
            </dd>
          </>
        )}
        {secret !== null && (
          <>
            <dt>{words.opened}</dt>
            <dd>
              <code>
                {secret}:{salt}
              </code>
            </dd>
            <dt>{words.seed}</dt>
            <dd>
              <code>{seed}</code>
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
