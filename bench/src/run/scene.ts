/** Everything the operations need to know of the data set and of the two servers. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { County } from '../data/county.ts'
import type { Made } from '../data/fill.ts'

export type Scene = Readonly<{
  county: County
  /** Matters in all lists, but for those that the writing operations add. */
  rows: number
  /** Some of them, to be looked at one by one. */
  seen: readonly Made[]
  working: readonly Made[]
  workingOnFloor: readonly Made[]
  appraisal: AppraisalId
  /** One whose matters are all there, and how many. */
  fullAppraisal: Readonly<{ id: AppraisalId; matters: number }>
  pastMoment: Instant
  /** 1: as many requests as usual. */
  scale: number
}>
