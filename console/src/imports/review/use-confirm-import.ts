/** Confirming: what is typed is saved first, the clerk is told what will happen, then everything goes on record in one act. */
import type { ImportDetail } from '@luoshi/server/contract/imports'
import { confirmImport } from '@luoshi/server/contract/imports'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAct } from '../../api/act.ts'
import { ask } from '../../api/server.ts'
import { commandKeys } from '../../matters/matter-page/next/command-key.ts'
import { useConfirm } from '../../ui/confirm.tsx'
import { useWords } from '../../words/language.ts'
import { importQuery } from '../imports-query.ts'
import { keepResult } from './import-result.ts'
import { confirmBody, type ConfirmBody } from './model/confirm-body.ts'
import { useReviewPage } from './review-context.ts'
import type { Autosave } from './save/use-autosave.ts'

type Sent = Readonly<{ body: ConfirmBody; detail: ImportDetail; key: string }>

export type Confirming = Readonly<{ isPending: boolean; error: Error | null; start: () => void }>

export function useConfirmImport(save: Autosave): Confirming {
  const { imports: words } = useWords()
  const { review, account, paper, detail } = useReviewPage()
  const queries = useQueryClient()
  const confirm = useConfirm()
  const [keys] = useState(() => commandKeys())
  const act = useAct(
    ({ body, detail, key }: Sent) =>
      ask(confirmImport, { params: { import: detail.id }, body }, { idempotencyKey: key }),
    ['imports', 'matters', 'opinions', 'appraisals'],
  )
  const start = async () => {
    const body = confirmBody(review, account, paper)
    if (body === null) return
    const exits = body.items.filter(({ disposition }) => disposition.kind === 'exit').length
    const matters = body.items.length - exits
    const effects = [
      words.ask.opinions(body.items.length),
      ...(matters > 0 ? [words.ask.matters(matters)] : []),
      ...(exits > 0 ? [words.ask.exits(exits)] : []),
      ...(body.leftOut.length > 0 ? [words.ask.left(body.leftOut.length)] : []),
      words.ask.final,
    ]
    if (!(await confirm({ title: words.ask.title, effects, action: words.ask.action }))) return
    await save.flush()
    act.mutate(
      { body, detail, key: keys.keyFor(body) },
      {
        onSuccess: (done) => {
          keepResult(queries, detail.id, { ...done, titles: review.items.map(titleOf) })
          void queries.invalidateQueries({ queryKey: importQuery(detail.id).queryKey })
        },
      },
    )
  }
  return { isPending: act.isPending, error: act.error, start: () => void start() }
}

function titleOf({ title }: Readonly<{ title: string }>): string {
  return title
}
