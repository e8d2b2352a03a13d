/** The process that sets papers: asks come as messages, one at a time. */
import process from 'node:process'
import { accept } from '@luoshi/domain/kernel/result'
import type { FontPlaces } from '../fonts/faces.ts'
import type { PaperMark } from '../identity/paper-mark.ts'
import type { OfficialPaper } from '../official/paper.ts'
import { openTypesetter, type SetAs } from './typesetter.ts'

export type TypesetAsk = Readonly<{
  places: FontPlaces
  paper: OfficialPaper | null
  mark: PaperMark | null
  as: SetAs
}>

let opened: ReturnType<typeof openTypesetter> | undefined

/** Only the pool that started this process has its channel. */
function isAsk(message: unknown): message is TypesetAsk {
  return typeof message === 'object' && message !== null && 'places' in message
}

process.on('message', (message) => {
  if (!isAsk(message)) return
  void answer(message).then((made) => process.send?.(made))
})
process.on('disconnect', () => process.exit(0))

async function answer({ places, paper, mark, as }: TypesetAsk) {
  opened ??= openTypesetter(places)
  const typesetter = await opened
  if (!typesetter.ok) return typesetter
  const { set, standIns } = typesetter.value
  return paper === null ? accept({ standIns }) : set({ paper, mark, as })
}
