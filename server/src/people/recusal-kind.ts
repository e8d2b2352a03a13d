/** A recusal as a record of its appraisal; its parent is the person on the roster, if it names one. */
import { evolveRecusal, noRecusal, type RecusalEvent } from '@luoshi/domain/people/recusal'
import { recordKind } from '../execute/record.ts'

export const recusalKind = recordKind({
  kind: 'recusal',
  events: {
    RecusalRecorded: true,
    RecusalLifted: true,
  } satisfies Record<RecusalEvent['type'], true>,
  initial: noRecusal,
  evolve: evolveRecusal,
  row: (recusal) =>
    recusal.status === 'none'
      ? null
      : {
          title: recusal.name,
          appraisal: recusal.appraisal,
          parent: recusal.person,
          on_day: recusal.on,
        },
})
