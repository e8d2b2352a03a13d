import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import type { Official, Unit } from './directory.ts'
import { mergeUnit, registerOfficial, registerUnit, transferOfficial } from './directory-rules.ts'

const today = day('2026-03-01')
const [roads, works] = [idOf('unit', 'unit_roads'), idOf('unit', 'unit_works')]
const [old, young] = [idOf('official', 'official_old1'), idOf('official', 'official_new1')]
const standing: Unit = { status: 'active', name: '公路局' }
const gone: Unit = { status: 'merged', name: '公路局', into: works, on: today }
const inPost: Official = {
  status: 'inPost',
  name: '某某',
  unit: roads,
  post: '局长',
  appointedBy: 'committeeAppointed',
}

describe('the directory', () => {
  it('registers no unit without a name', () => {
    expect(registerUnit('  ')).toMatchObject({ refusal: { code: 'name-missing' } })
  })

  it('merges a unit only into another one that still stands', () => {
    const asked = { self: roads, into: works, today }
    expect(mergeUnit(standing, standing, asked)).toEqual({
      ok: true,
      value: [{ type: 'UnitMerged', into: works, on: today }],
    })
    expect(mergeUnit(standing, gone, asked)).toMatchObject({
      refusal: { code: 'successor-not-active' },
    })
    expect(mergeUnit(gone, standing, asked)).toMatchObject({ refusal: { code: 'unit-not-active' } })
    expect(mergeUnit(standing, standing, { ...asked, into: roads })).toMatchObject({
      refusal: { code: 'successor-is-itself' },
    })
  })

  it('registers an official only in a unit that stands, with a post', () => {
    const asked = { name: '某某', unit: roads, post: '', appointedBy: 'congressElected' } as const
    expect(registerOfficial(standing, asked)).toMatchObject({ refusal: { code: 'post-missing' } })
    expect(registerOfficial(gone, { ...asked, post: '局长' })).toMatchObject({
      refusal: { code: 'unit-not-active' },
    })
  })

  it('lets nobody leave without a successor in post', () => {
    const asked = { self: old, successor: young, today }
    expect(transferOfficial(inPost, inPost, asked)).toMatchObject({ ok: true })
    expect(transferOfficial(inPost, { status: 'none' }, asked)).toMatchObject({
      refusal: { code: 'successor-not-active' },
    })
    expect(transferOfficial({ status: 'none' }, inPost, asked)).toMatchObject({
      refusal: { code: 'official-not-in-post' },
    })
  })
})
