/** A written defence as a record: found by the matter it answers. */
import { evolveDefence, type Defence, type DefenceEvent } from '@luoshi/domain/matters/defence'
import { recordKind } from '../execute/record.ts'

const none: Defence = { status: 'none' }

export const defenceKind = recordKind({
  kind: 'defence',
  events: { DefenceFiled: true, DefenceAnswered: true } satisfies Record<
    DefenceEvent['type'],
    true
  >,
  initial: none,
  evolve: evolveDefence,
  row: (defence) =>
    defence.status === 'none'
      ? null
      : {
          title: '书面申辩',
          appraisal: defence.appraisal,
          parent: defence.matter,
          unit: defence.unit,
          official: defence.official,
          on_day: defence.on,
        },
})
