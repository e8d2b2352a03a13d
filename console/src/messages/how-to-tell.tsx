/** How one wishes to be told outside the console: one channel, a confirmed address, how often at most, and when not. */
import { usualTaste } from '@luoshi/domain/supervision/digest'
import {
  deleteContact,
  getMyChannels,
  putContact,
  putTaste,
  type MyChannels,
} from '@luoshi/server/contract/messages'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { Field } from '../ui/field.tsx'
import { Frozen } from '../ui/frozen.tsx'
import { LackingButton } from '../ui/lacking-button.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import { Prove } from './prove-contact.tsx'

type Channel = MyChannels['offered'][number]

export function HowToTell() {
  const { messages: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['my-channels'],
    queryFn: () => ask(getMyChannels, {}),
  })
  return (
    <section className="card" aria-label={words.settings}>
      <div className="card-head">
        <h2>{words.settings}</h2>
      </div>
      <div className="card-body">
        <p className="quiet">
          {data?.offered.length === 0 ? words.notOffered : words.settingsLead}
        </p>
        {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
        {data && data.offered.length > 0 && <Settings mine={data} />}
      </div>
    </section>
  )
}

type Draft = MyChannels['taste'] & Readonly<{ address: string; secret: string }>

function Settings({ mine }: Readonly<{ mine: MyChannels }>) {
  const { messages: words } = useWords()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({ ...mine.taste, address: '', secret: '' })
  const { channel, address, secret, ...rest } = draft
  const known = mine.contacts.find((one) => one.channel === channel)
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }))
  const claim = mine.claims.find((one) => one.channel === channel)
  const [typed, setTyped] = useState(false)
  const isNew = channel !== null && address.trim() !== ''
  const save = useAct(async () => {
    if (channel === null || !isNew) return ask(putTaste, { body: { channel, ...rest } })
    const body = { address, secret: secret.trim() === '' ? null : secret }
    return ask(putContact, { params: { channel }, body })
  }, ['my-channels'])
  const onSuccess = () => {
    set({ address: '', secret: '' })
    setTyped(false)
    void message.success(isNew ? words.codeSent : words.saved)
  }
  const isConfirmed = channel === null || known !== undefined
  return (
    <div className="how-to-tell">
      {save.error && <ProblemNote error={save.error} />}
      <Frozen isFrozen={save.isPending}>
        <Field label={words.channel}>
          {(parts) => (
            <Select<Channel | 'inside'>
              {...parts}
              value={channel ?? 'inside'}
              onChange={(value) => set({ channel: value === 'inside' ? null : value })}
              options={[
                { value: 'inside', label: words.inside },
                ...mine.offered.map((one) => ({ value: one, label: words.channels[one] })),
              ]}
            />
          )}
        </Field>
        {channel !== null && (
          <>
            {claim !== undefined && !typed ? (
              <Prove
                channel={channel}
                hint={claim.hint}
                taste={{ channel, ...rest }}
                onOther={() => setTyped(true)}
              />
            ) : (
              <Address channel={channel} known={known} draft={draft} set={set} />
            )}
            {isConfirmed && <Times draft={draft} set={set} />}
            {!isConfirmed && mine.taste.channel === channel && (
              <p className="how-to-tell-warning">{words.notConfirmed}</p>
            )}
          </>
        )}
      </Frozen>
      <div className="how-to-tell-actions">
        {(isConfirmed || claim === undefined || typed) && (
          <LackingButton
            type="primary"
            loading={save.isPending}
            lacking={
              channel === null ? [] : lackingOf([words.contacts[channel], isConfirmed || isNew])
            }
            onClick={() => save.mutate(undefined, { onSuccess })}
          >
            {isNew ? words.sendCode : words.save}
          </LackingButton>
        )}
        {channel !== null && (known ?? claim) !== undefined && (
          <Erase channel={channel} onDone={() => set({ channel: null })} />
        )}
      </div>
    </div>
  )
}

type Part = Readonly<{ draft: Draft; set: (more: Partial<Draft>) => void }>

function Address({
  channel,
  known,
  draft,
  set,
}: Part & Readonly<{ channel: Channel; known: MyChannels['contacts'][number] | undefined }>) {
  const { messages: words } = useWords()
  return (
    <>
      <Field
        label={words.contacts[channel]}
        hint={known === undefined ? undefined : words.kept(known.hint)}
      >
        {(parts) => (
          <Input
            {...parts}
            autoComplete="off"
            value={draft.address}
            onChange={(event) => set({ address: event.target.value })}
          />
        )}
      </Field>
      {(channel === 'dingtalk' || channel === 'feishu') && (
        <Field label={words.secret} hint={words.secretHint}>
          {(parts) => (
            <Input.Password
              {...parts}
              autoComplete="off"
              value={draft.secret}
              onChange={(event) => set({ secret: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

function Times({ draft, set }: Part) {
  const { messages: words } = useWords()
  return (
    <div className="field-row">
      <Field label={words.cap} hint={words.capHint}>
        {(parts) => (
          <Select
            {...parts}
            value={draft.cap}
            onChange={(cap) => set({ cap })}
            options={[1, 2, 3, 4, 5].map((n) => ({ value: n, label: words.capTimes(n) }))}
          />
        )}
      </Field>
      <Clock
        label={words.digestAt}
        value={draft.digestAt}
        onChange={(digestAt) => set({ digestAt })}
      />
      <Clock
        label={`${words.quiet}（${words.quietFrom}）`}
        value={draft.quietFrom}
        onChange={(quietFrom) => set({ quietFrom })}
      />
      <Clock
        label={`${words.quiet}（${words.quietUntil}）`}
        value={draft.quietUntil}
        onChange={(quietUntil) => set({ quietUntil })}
      />
    </div>
  )
}

function Clock({
  label,
  value,
  onChange,
}: Readonly<{ label: string; value: number; onChange: (minute: number) => void }>) {
  return (
    <Field label={label}>
      {(parts) => (
        <Input
          {...parts}
          type="time"
          value={clockText(value)}
          onChange={(event) => onChange(minuteOf(event.target.value))}
        />
      )}
    </Field>
  )
}

function Erase({ channel, onDone }: Readonly<{ channel: Channel; onDone: () => void }>) {
  const { messages: words } = useWords()
  const confirm = useConfirm()
  const erase = useAct(() => ask(deleteContact, { params: { channel } }), ['my-channels'])
  return (
    <Button
      danger
      loading={erase.isPending}
      onClick={() =>
        void confirm({
          title: words.erase,
          effects: [words.eraseAsk],
          action: words.erase,
          irreversible: false,
        }).then((yes) => yes && erase.mutate(undefined, { onSuccess: onDone }))
      }
    >
      {words.erase}
    </Button>
  )
}

function clockText(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

function minuteOf(text: string): number {
  const [hours, minutes] = text.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)
    ? usualTaste.digestAt
    : hours * 60 + minutes
}
