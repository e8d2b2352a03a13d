/**
 * Letters once more: printed from the file that was saved, which stays on this computer; or, when that is lost and nobody
 * has used a code, with new codes for everybody drawn, all earlier ones void.
 */
import type { Channel } from '@luoshi/domain/surveys/channel'
import { replaceCodes, type FrameRow, type IssuedCode } from '@luoshi/server/contract/survey-frames'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { App, Button } from 'antd'
import { useRef } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useConfirm } from '../ui/confirm.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { codesIn, saveCodes } from './save-codes.ts'
import { surveyChanges } from './survey-query.ts'
import { useSurveyWords } from './survey-words.ts'

type Props = Readonly<{
  survey: SurveyDetail
  frame: FrameRow
  coded: readonly Channel[]
  onShow: (rows: readonly IssuedCode[], fromFile?: boolean) => void
}>

/** A spreadsheet may have saved it in the encoding of a Chinese Windows. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

export function LettersAgain({ survey, frame, coded, onShow }: Props) {
  const words = useSurveyWords()
  const { letters } = words
  const confirm = useConfirm()
  const { message } = App.useApp()
  const file = useRef<HTMLInputElement>(null)
  const { id, version, codes, may } = frame
  const act = useAct(async () => {
    const { rows } = await ask(replaceCodes, { params: { frame: id }, body: { version } })
    saveCodes(`${words.codesFile}.csv`, rows, words.codeColumns)
    onShow(rows)
  }, surveyChanges)
  const isRunning = survey.status === 'draft' || survey.status === 'open'
  const first = coded.find(({ code }) => code === codes[0]?.channel)
  if (!may.replace || !isRunning || first?.kind !== 'code') return null
  const n = (frame.drawn ?? []).reduce((sum, one) => sum + one.n, 0)
  const replace = async () => {
    const action = letters.replace
    if (await confirm({ title: action, effects: letters.replaceEffects(n), action })) act.mutate()
  }
  const read = async (chosen: File) => {
    const rows = codesIn(textOf(await chosen.arrayBuffer()), survey.id)
    if (rows === null)
      void message.error(`${letters.fromFileWrong}。${letters.fromFileWrongFix}`, 8)
    else onShow(rows, true)
  }
  return (
    <>
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv"
        aria-label={letters.fromFile}
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) void read(chosen)
          target.value = ''
        }}
      />
      <Button onClick={() => file.current?.click()}>{letters.fromFile}</Button>
      <Button loading={act.isPending} onClick={() => void replace()}>
        {letters.replace}
      </Button>
      {act.error && <ProblemNote error={act.error} />}
    </>
  )
}
