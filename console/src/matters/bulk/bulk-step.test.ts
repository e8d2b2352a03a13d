import { matterStatuses } from '@luoshi/domain/matters/matter'
import { describe, expect, it } from 'vitest'
import { matterRowIn } from '../testing/matter-row-in.ts'
import { previewBulk } from './bulk-step.ts'

const everyStatus = matterStatuses.map(matterRowIn)
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
