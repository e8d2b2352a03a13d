/** A hand-over list as a record, numbered by year. */
import {
  evolveHandOver,
  noHandOver,
  type HandOverEvent,
} from '@luoshi/domain/people/hand-over-list'
import { recordKind } from '../execute/record.ts'

export const handOverKind = recordKind({
  kind: 'handover',
  events: {
    HandOverDrawn: true,
    HandOverSigned: true,
    HandOverFollowed: true,
  } satisfies Record<HandOverEvent['type'], true>,
  initial: noHandOver,
  evolve: evolveHandOver,
  row: (list) =>
    list.status === 'none'
      ? null
      : {
          title: list.cause,
          unit: list.to.unit,
          official: list.to.official,
          parent: list.from.official,
          on_day: list.on,
        },
  series: (list) => (list.status === 'none' ? undefined : `handovers ${list.on.slice(0, 4)}`),
})
