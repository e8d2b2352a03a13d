import { day, instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { describe, expect, it } from 'vitest'
import { previewBulk, shared } from './bulk-step.ts'

const row = (status: MatterStatus, number: number): MatterRow => ({
  id: idOf('matter', `matter_000${number}`),
  number,
  version: 1,
  title: '桥面破损',
  status,
  round: 1,
  unit: null,
  unitName: null,
  official: null,
  officialName: null,
  due: null,
  planDue: null,
  late: 0,
  phase: 'after',
  warned: false,
  appraisal: idOf('appraisal', 'appraisal_0001'),
  appraisalTitle: '评议',
  openedOn: day('2026-03-01'),
  updatedAt: instant('2026-03-01T00:00:00.000Z'),
})

const everyStatus = matterStatuses.map(row)
const ready = (step: Parameters<typeof previewBulk>[0]) =>
  previewBulk(step, everyStatus).ready.map((one) => one.status)

describe('before many matters are changed', () => {
  it('only drafts can be approved, and only the approved handed over', () => {
    expect(ready('ApproveMatter')).toEqual(['drafted'])
    expect(ready('HandOverMatter')).toEqual(['approved'])
  })

  it('only what a unit has in hand can be chased', () => {
    expect(ready('ChaseMatter')).not.toContain('closed')
    expect(ready('ChaseMatter')).toContain('inProgress')
  })

  it('every selected matter is either done or left alone', () => {
    const { ready, skipped } = previewBulk('ChaseMatter', everyStatus)
    expect(ready.length + skipped.length).toBe(everyStatus.length)
  })
})

describe('what all rows share', () => {
  it('is proposed only when they all have it', () => {
    expect(shared(['a', 'a'])).toBe('a')
    expect(shared(['a', 'b'])).toBeNull()
    expect(shared(['a', null])).toBeNull()
    expect(shared([])).toBeNull()
  })
})
