/**
 * Rule: the matters of a sample are looked at by several people on the spot, each of whom records one where he stands; nobody
 * is sent back because of what another wrote about another matter. Sealing, calling and drawing go one after the other.
 *
 * Source: sample.ts; domain.md §9.1 (look-back), §14.
 */
import type { MatterId } from '../kernel/ids.ts'
import type { SampleCommand } from './sample-decider.ts'
import type { SampleEvent } from './sample.ts'

type Step = Readonly<{ type: SampleCommand['type']; matter?: MatterId }>

/** @param since - What was written after the moment the person looked. */
export function isBesideSample({ type, matter }: Step, since: readonly SampleEvent[]): boolean {
  switch (type) {
    case 'AssignSampleTask':
    case 'RecordSampleTask':
      return since.every((event) => isTask(event) && event.matter !== matter)
    case 'SealSample':
    case 'CallSampleWord':
    case 'DrawSample':
    case 'VoidSample':
      return false
  }
}

type Task = Extract<SampleEvent, { type: 'SampleTaskAssigned' | 'SampleTaskDone' }>

function isTask(event: SampleEvent): event is Task {
  return event.type === 'SampleTaskAssigned' || event.type === 'SampleTaskDone'
}
