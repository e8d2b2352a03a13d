/** Samples for look-backs and spot checks, as records of two kinds with one life. */
import {
  evolveSample,
  samplePurposeLabels,
  type Sample,
  type SampleEvent,
} from '@luoshi/domain/supervision/sample'
import { recordKind } from '../execute/record.ts'

const none: Sample = { status: 'none' }

const events = {
  SampleSealed: true,
  SampleWordCalled: true,
  SampleDrawn: true,
  SampleVoided: true,
  SampleTaskAssigned: true,
  SampleTaskDone: true,
} satisfies Record<SampleEvent['type'], true>

const row = (sample: Sample) =>
  sample.status === 'none'
    ? null
    : { title: samplePurposeLabels[sample.purpose].zh, on_day: sample.sealedOn }

export const lookBackKind = recordKind({
  kind: 'lookback',
  events,
  initial: none,
  evolve: evolveSample,
  row,
})

export const spotCheckKind = recordKind({
  kind: 'spotcheck',
  events,
  initial: none,
  evolve: evolveSample,
  row,
})
