/** Indicators as records of an appraisal. */
import {
  evolveIndicator,
  noIndicator,
  type IndicatorEvent,
} from '@luoshi/domain/surveys/effect/indicator'
import { recordKind } from '../../execute/record.ts'

export const indicatorKind = recordKind({
  kind: 'indicator',
  events: { IndicatorEntered: true, IndicatorRead: true } satisfies Record<
    IndicatorEvent['type'],
    true
  >,
  initial: noIndicator,
  evolve: evolveIndicator,
  row: (one) =>
    one.status === 'none'
      ? null
      : {
          title: one.name,
          appraisal: one.appraisal,
          on_day: one.readings.at(-1)?.on ?? null,
        },
})
