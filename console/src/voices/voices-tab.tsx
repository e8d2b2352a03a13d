/** The tab where the public is asked and heard: the calls with their address, and what came in, to be handled one by one. */
import { remarkLabels } from '@luoshi/domain/opinions/voice'
import {
  eraseVoice,
  closeCall,
  listCalls,
  listVoices,
  type CallRow,
  type VoiceRow,
} from '@luoshi/server/contract/voices'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay, useSession } from '../api/session.ts'
import type { AppraisalTabProps } from '../shell/appraisal-tabs.ts'
import { nowOf } from '../ui/now-of.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { EmptyNote } from '../ui/empty-note.tsx'
import { FormDialog } from '../ui/form-dialog.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { EraseSealed } from '../inquiries/erase-sealed.tsx'
import { HandleVoice } from './handle-voice.tsx'
import type { Handling } from './handling-fields.tsx'
import { OpenCall } from './open-call.tsx'
import './voices.css'

export function VoicesTab({ appraisal }: AppraisalTabProps) {
  const { voices: words } = useWords()
  const may = useMay()
  const [opening, setOpening] = useState(false)
  const calls = useQuery({
    queryKey: ['calls', appraisal.id],
    queryFn: async () => (await ask(listCalls, { query: { appraisal: appraisal.id } })).rows,
  })
  const none = calls.data?.length === 0
  const button = may('OpenCall') && appraisal.status === 'running' && (
    <Button type={none ? 'primary' : 'default'} onClick={() => setOpening(true)}>
      {words.open}
    </Button>
  )
  return (
    <>
      {calls.error && <ProblemNote error={calls.error} onRetry={() => void calls.refetch()} />}
      {!calls.data && !calls.error && <Waiting lines={4} />}
      {none && (
        <section className="card">
          <EmptyNote title={words.none} action={button}>
            {words.noneFix}
          </EmptyNote>
        </section>
      )}
      {calls.data?.map((call) => (
        <CallCard key={call.id} call={call} />
      ))}
      {calls.data && !none && <div className="voices-more">{button}</div>}
      {may('ReadVoices') && !none && <Voices appraisal={appraisal} />}
      {opening && <OpenCall appraisal={appraisal} onClose={() => setOpening(false)} />}
    </>
  )
}

function CallCard({ call }: Readonly<{ call: CallRow }>) {
  const { voices: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const may = useMay()
  const [closing, setClosing] = useState(false)
  const isOpen = call.status === 'open' && today <= call.until
  const address = `${window.location.origin}${call.path}`
  const act = useAct(
    () => ask(closeCall, { params: { call: call.id }, body: { version: call.version } }),
    ['calls'],
  )
  return (
    <section className="card">
      <div className="card-head">
        <h2>
          {isOpen ? words.isOpen : words.isClosed}
          <small>
            {words.openedUntil(
              dayText(call.openedOn, today, language),
              dayText(call.until, today, language),
            )}
          </small>
        </h2>
        {isOpen && may('CloseCall') && (
          <Button size="small" onClick={() => setClosing(true)}>
            {words.close}
          </Button>
        )}
      </div>
      <div className="card-body">
        <p className="voices-notice">{call.notice}</p>
        <p className="voices-address">
          {words.address}：
          <a href={call.path} target="_blank" rel="noreferrer">
            {address}
          </a>{' '}
          <CopyButton text={address}>{words.copy}</CopyButton>
        </p>
      </div>
      {closing && (
        <FormDialog
          title={words.closeTitle}
          action={words.close}
          lacking={[]}
          pending={act.isPending}
          error={act.error}
          onSubmit={() => act.mutate(undefined, { onSuccess: () => setClosing(false) })}
          onClose={() => setClosing(false)}
        >
          <p>{words.closeEffect}</p>
        </FormDialog>
      )}
    </section>
  )
}

function Voices({ appraisal }: AppraisalTabProps) {
  const { voices: words } = useWords()
  const [handling, setHandling] = useState<Readonly<{ voice: VoiceRow; how: Handling }> | null>(
    null,
  )
  const [erasing, setErasing] = useState<VoiceRow | null>(null)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    {
      queryKey: ['voices', appraisal.id],
      queryFn: ({ pageParam }) =>
        ask(listVoices, {
          query: { appraisal: appraisal.id, ...(pageParam === '' ? {} : { after: pageParam }) },
        }),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
    },
  )
  const rows = data?.pages.flatMap((page) => page.rows)
  return (
    <section className="card" aria-label={words.voices}>
      <div className="card-head">
        <h2>
          {words.voices}
          <small className="number">{data?.pages[0]?.total.count}</small>
        </h2>
      </div>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {rows?.length === 0 && <EmptyNote title={words.noVoices} />}
      <ul className="voices">
        {rows?.map((voice) => (
          <VoiceItem
            key={voice.id}
            voice={voice}
            onHandle={(how) => setHandling({ voice, how })}
            onErase={() => setErasing(voice)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <p className="card-body">
          <Button type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </p>
      )}
      {erasing && (
        <EraseSealed
          what="voice"
          changes={['voices', 'accusations']}
          send={(told) =>
            ask(eraseVoice, {
              params: { voice: erasing.id },
              body: { version: nowOf(rows, erasing).version, ...told },
            }).then((row) => row !== null)
          }
          onClose={() => setErasing(null)}
        />
      )}
      {handling && (
        <HandleVoice
          voice={nowOf(rows, handling.voice)}
          how={handling.how}
          appraisal={appraisal}
          onClose={() => setHandling(null)}
        />
      )}
    </section>
  )
}

const ways: readonly Handling[] = ['takeOver', 'reply', 'seal']

function VoiceItem({
  voice,
  onHandle,
  onErase,
}: Readonly<{
  voice: VoiceRow
  onHandle: (how: Handling) => void
  onErase: () => void
}>) {
  const may = useMay()
  const { voices: words } = useWords()
  const { today } = useSession()
  const language = useLanguage()
  const say = useSay()
  const { status, text, matter, reply, remark, erasedOn } = voice
  return (
    <li className="voice">
      <p className="voice-head">
        <strong>{words.number(voice.number)}</strong>
        <span className="quiet">{words.on(dayText(voice.receivedOn, today, language))}</span>
        {status === 'received' && <span className="due-amber">{words.received}</span>}
      </p>
      {status === 'sealed' && erasedOn === null && <p className="quiet">{words.sealed}</p>}
      {text !== null && <p className="voice-text">{text}</p>}
      {erasedOn !== null && (
        <p className="quiet">{words.erased(dayText(erasedOn, today, language))}</p>
      )}
      {matter && (
        <p>
          <MatterLink matter={matter.id}>{words.matter(matter.number)}</MatterLink>
        </p>
      )}
      {reply !== null && <p>{words.replied(reply)}</p>}
      {remark !== null && <p className="quiet">{words.remark(say(remarkLabels[remark]))}</p>}
      {status !== 'received' && erasedOn === null && may('EraseSealed') && (
        <div className="voice-actions">
          <Button size="small" type="text" danger onClick={onErase}>
            {words.erase}
          </Button>
        </div>
      )}
      {status === 'received' && (
        <div className="voice-actions">
          {ways.map((how) => (
            <Button
              key={how}
              size="small"
              type={how === 'takeOver' ? 'primary' : 'default'}
              onClick={() => onHandle(how)}
            >
              {words[how]}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}
