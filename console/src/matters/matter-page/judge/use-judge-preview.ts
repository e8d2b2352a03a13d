/** Asks the server what the figures lead to, once nothing was typed for a moment. Nothing is written. */
import { previewJudgement } from '@luoshi/server/contract/matters'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../../../api/server.ts'
import type { Around } from '../around.ts'
import { checkFields } from '../next/check-fields.ts'
import type { FormValues } from '../next/form-values.ts'
import { attendanceTyped, votesTyped } from '../steps/judgement.ts'
import { typedOf } from '../steps/typed.ts'
import { useWords } from '../../../words/language.ts'

export function useJudgePreview({ detail }: Around, values: FormValues) {
  const { matterPage: words } = useWords()
  const faults = checkFields([{ kind: 'judgement' }], values, { words, dayText: (day) => day })
  const complete = Object.keys(faults).length === 0
  const typed = typedOf(values)
  const figures = complete ? { attendance: attendanceTyped(typed), votes: votesTyped(typed) } : null
  const settled = useSettled(JSON.stringify(figures), 350)
  const query = useQuery({
    queryKey: ['judge-preview', detail.id, detail.version, settled],
    enabled: figures !== null && settled === JSON.stringify(figures),
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) => {
      if (figures === null) throw new Error('A preview of no figures')
      // The preview concerns the figures; the session and the reasons are checked when it is recorded.
      const body = { version: detail.version, session: '—', ...figures, reasons: '—' }
      return ask(previewJudgement, { params: { matter: detail.id }, body }, { signal })
    },
  })
  return { complete, ...query }
}

function useSettled(text: string, pause: number): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), pause)
    return () => window.clearTimeout(timer)
  }, [text, pause])
  return settled
}
