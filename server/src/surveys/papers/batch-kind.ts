/** Batches of paper forms as records under their survey. */
import {
  evolveBatch,
  type PaperBatch,
  type PaperBatchEvent,
} from '@luoshi/domain/surveys/paper-batch'
import { recordKind } from '../../execute/record.ts'

const none: PaperBatch = { status: 'none' }

export const paperBatchKind = recordKind({
  kind: 'surveypaper',
  events: {
    PaperBatchBegun: true,
    PaperTypingDone: true,
    PaperBatchHandedIn: true,
  } satisfies Record<PaperBatchEvent['type'], true>,
  initial: none,
  evolve: evolveBatch,
  row: (batch) =>
    batch.status === 'none'
      ? null
      : { title: batch.channel, parent: batch.survey, on_day: batch.begunOn },
})
