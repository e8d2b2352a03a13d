/** The next steps of a list: seal, call, draw, make codes, erase; and the draw as a file for whoever computes it again. */
import type { Channel } from '@luoshi/domain/surveys/channel'
import {
  callFrame,
  drawFrame,
  eraseFrame,
  frameLines,
  issueCodes,
  sealFrame,
  type FrameRow,
  type IssuedCode,
} from '@luoshi/server/contract/survey-frames'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { keepSecret, newSalt, secretOf } from '../supervision/sample-secret.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { useConfirm } from '../ui/confirm.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { saveJson } from '../ui/save-json.ts'
import { useLanguage, useWords } from '../words/language.ts'
import { inBrackets } from '../words/marks.ts'
import { useSurveyWords } from './survey-words.ts'
import { LettersAgain } from './letters-again.tsx'
import { MadeCodes } from './made-codes.tsx'
import { saveCodes } from './save-codes.ts'
import { surveyChanges } from './survey-query.ts'
import { UnsentCodes } from './unsent-codes.tsx'

type Props = Readonly<{ survey: SurveyDetail; frame: FrameRow; coded: readonly Channel[] }>

export function FrameSteps({ survey, frame, coded }: Props) {
  const words = useSurveyWords()
  const [doing, setDoing] = useState<'call' | 'draw' | null>(null)
  const [made, setMade] = useState<readonly IssuedCode[]>([])
  const [areRead, setRead] = useState(false)
  const show = (rows: readonly IssuedCode[], fromFile = false) => {
    setMade(rows)
    setRead(fromFile)
  }
  const { id, version, may, status } = frame
  const params = { frame: id }
  const confirm = useConfirm()
  const act = useAct((go: () => Promise<unknown>) => go(), surveyChanges)
  const seal = () => {
    const commitment = keepSecret({ secret: newSalt(), salt: newSalt() })
    act.mutate(() => ask(sealFrame, { params, body: { version, commitment } }))
  }
  const erase = async () => {
    const question = {
      title: words.eraseNames,
      effects:
        frame.unsent.n > 0
          ? [words.eraseEffect, words.eraseUnsent(frame.unsent.n)]
          : [words.eraseEffect],
      action: words.eraseNames,
    }
    if (await confirm(question)) act.mutate(() => ask(eraseFrame, { params, body: { version } }))
  }
  const lines = () =>
    act.mutate(async () => saveJson(`draw-${id}.json`, await ask(frameLines, { params })))
  return (
    <>
      {act.error && <ProblemNote error={act.error} />}
      {made.length > 0 && (
        <MadeCodes survey={survey} rows={made} isDrawn={frame.seed !== null} areRead={areRead} />
      )}
      <UnsentCodes frame={frame} onMade={show} />
      <p className="survey-question-acts">
        {may.seal && (
          <Button type="primary" onClick={seal}>
            {words.seal}
          </Button>
        )}
        {status === 'sealed' && !may.call && <span className="quiet">{words.waitForCall}</span>}
        {may.call && (
          <Button type="primary" onClick={() => setDoing('call')}>
            {words.call}
          </Button>
        )}
        {may.draw && (
          <Button type="primary" onClick={() => setDoing('draw')}>
            {words.draw}
          </Button>
        )}
        {may.codes &&
          coded.map((channel) => (
            <Codes key={channel.code} frame={frame} channel={channel} onMade={show} />
          ))}
        <LettersAgain survey={survey} frame={frame} coded={coded} onShow={show} />
        {status === 'drawn' && <Button onClick={lines}>{words.recompute}</Button>}
        {may.erase && <Button onClick={() => void erase()}>{words.eraseNames}</Button>}
      </p>
      {doing === 'call' && <Call frame={frame} onClose={() => setDoing(null)} />}
      {doing === 'draw' && <Draw frame={frame} onClose={() => setDoing(null)} />}
    </>
  )
}

/**
 * Saved within the act itself: this button is gone as soon as the list knows that its codes were made, and what a page
 * would do afterwards with an answer that exists once would not be done any more.
 */
function Codes({
  frame: { id, version },
  channel,
  onMade,
}: Readonly<{
  frame: FrameRow
  channel: Channel
  onMade: (rows: readonly IssuedCode[]) => void
}>) {
  const words = useSurveyWords()
  const language = useLanguage()
  const confirm = useConfirm()
  const act = useAct(async () => {
    const body = { version, channel: channel.code }
    const { rows } = await ask(issueCodes, { params: { frame: id }, body })
    if (rows.length > 0) saveCodes(`${words.codesFile}.csv`, rows, words.codeColumns)
    onMade(rows)
  }, surveyChanges)
  const make = async () => {
    const effect = channel.kind === 'sms' ? words.codesByMessage : words.codesOnce
    const question = { title: words.makeCodes, effects: [effect], action: words.makeCodes }
    if (await confirm(question)) act.mutate()
  }
  return (
    <>
      <Button type="primary" loading={act.isPending} onClick={() => void make()}>
        {words.makeCodes}
        {channel.place !== '' && inBrackets(language, channel.place)}
      </Button>
      {act.error && <ProblemNote error={act.error} />}
    </>
  )
}

type Shown = Readonly<{ frame: FrameRow; onClose: () => void }>

function Call({ frame: { id, version }, onClose }: Shown) {
  const words = useSurveyWords()
  const [number, setNumber] = useState('')
  const send = () => ask(callFrame, { params: { frame: id }, body: { version, number } })
  return (
    <ActDialog
      title={words.call}
      action={words.call}
      send={/^[0-9A-Za-z]{1,20}$/.test(number) ? send : lackingOf([words.number, false])}
      changes={surveyChanges}
      onClose={onClose}
    >
      <Field label={words.number} hint={words.numberHint}>
        {(parts) => (
          <Input
            {...parts}
            value={number}
            maxLength={20}
            onChange={(event) => setNumber(event.target.value.trim())}
          />
        )}
      </Field>
    </ActDialog>
  )
}

function Draw({ frame: { id, version, commitment }, onClose }: Shown) {
  const words = useSurveyWords()
  const { samples } = useWords()
  const [kept, setKept] = useState(() => secretOf(commitment ?? ''))
  const isReady = kept.secret !== '' && kept.salt !== ''
  const send = () => ask(drawFrame, { params: { frame: id }, body: { version, ...kept } })
  return (
    <ActDialog
      title={words.draw}
      action={words.draw}
      send={isReady ? send : lackingOf([samples.secret, kept.secret], [samples.salt, kept.salt])}
      changes={surveyChanges}
      onClose={onClose}
    >
      {(['secret', 'salt'] as const).map((part) => (
        <Field key={part} label={samples[part]}>
          {(parts) => (
            <Input
              {...parts}
              value={kept[part]}
              onChange={(event) => setKept({ ...kept, [part]: event.target.value.trim() })}
            />
          )}
        </Field>
      ))}
    </ActDialog>
  )
}
