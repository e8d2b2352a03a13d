/** What the sentences of the trail are made of, whatever the language. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { MatterEvent } from '@luoshi/domain/matters/events'
import type { OpinionEvent } from '@luoshi/domain/opinions/opinion'

export type TrailEvent = MatterEvent | OpinionEvent

export type TrailLook = Readonly<{
  /** The name behind the id of a unit, an official or a matter. */
  name: (id: string) => string
  day: (day: Day) => string
}>
