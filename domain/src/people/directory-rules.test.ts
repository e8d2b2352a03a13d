import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { evolveOfficial, type Official, type Unit } from './directory.ts'
import {
  mergeUnit,
  reappointOfficial,
  registerOfficial,
  registerUnit,
  transferOfficial,
} from './directory-rules.ts'

const today = day('2026-03-01')
const [roads, works] = [idOf('unit', 'unit_roads'), idOf('unit', 'unit_works')]
const [old, young] = [idOf('official', 'official_old1'), idOf('official', 'official_new1')]
const standing: Unit = { status: 'active', name: '公路局', head: null }
const gone: Unit = { status: 'merged', name: '公路局', head: null, into: works, on: today }
const inPost: Official = {
  status: 'inPost',
  name: '某某',
  unit: roads,
  post: '局长',
  appointedBy: 'committeeAppointed',
  since: null,
  leave: null,
  past: [],
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
    expect(registerOfficial(standing, asked, { today })).toMatchObject({
      refusal: { code: 'post-missing' },
    })
    expect(registerOfficial(gone, { ...asked, post: '局长' }, { today })).toMatchObject({
      refusal: { code: 'unit-not-active' },
    })
  })

  it('asks about a namesake, and never takes one record for two posts', () => {
    const asked = {
      name: '张伟',
      unit: roads,
      post: '局长',
      appointedBy: 'congressElected',
    } as const
    const elsewhere = { ...asked, unit: works, unitName: '工务局' }
    const namesakes = [elsewhere]
    expect(registerOfficial(standing, asked, { today, namesakes })).toMatchObject({
      refusal: { code: 'official-namesake', where: ['工务局 局长'] },
    })
    expect(registerOfficial(standing, asked, { today, namesakes, another: true }).ok).toBe(true)
    const here = [{ ...asked, unitName: '公路局' }]
    expect(
      registerOfficial(standing, asked, { today, namesakes: here, another: true }),
    ).toMatchObject({ refusal: { code: 'official-registered-already' } })
  })

  it('lets nobody leave without a successor in post', () => {
    const next = (official: Official) => ({ id: young, official })
    const asked = { self: old, successor: next(inPost), head: null, today }
    expect(transferOfficial(inPost, asked)).toMatchObject({
      ok: true,
      value: [{ type: 'OfficialLeft', successor: young, caretaker: false }],
    })
    expect(
      transferOfficial(inPost, { ...asked, successor: next({ status: 'none' }) }),
    ).toMatchObject({ refusal: { code: 'successor-not-active' } })
    expect(transferOfficial({ status: 'none' }, asked)).toMatchObject({
      refusal: { code: 'official-not-in-post' },
    })
    const elsewhere = next({ ...inPost, unit: works })
    expect(transferOfficial(inPost, { ...asked, successor: elsewhere })).toMatchObject({
      refusal: { code: 'successor-elsewhere' },
    })
  })

  it('leaves what is owed with the unit’s head while no successor is named, and never with nobody', () => {
    const head = { id: young, official: inPost }
    const asked = { self: old, successor: null, head, today }
    expect(transferOfficial(inPost, asked)).toMatchObject({
      value: [{ type: 'OfficialLeft', successor: young, caretaker: true }],
    })
    for (const nobody of [null, { id: old, official: inPost }])
      expect(transferOfficial(inPost, { ...asked, head: nobody })).toMatchObject({
        refusal: { code: 'nobody-to-answer' },
      })
  })

  it('gives another post only to who has left the first one, and keeps the first to be read', () => {
    const to = { unit: works, post: '局长', appointedBy: 'congressElected' } as const
    expect(reappointOfficial(inPost, standing, to, today)).toMatchObject({
      refusal: { code: 'official-in-post' },
    })
    const left = evolveOfficial(inPost, { type: 'OfficialLeft', successor: young, on: today })
    const ruling = reappointOfficial(left, standing, to, today)
    if (!ruling.ok) throw new Error('refused')
    expect(ruling.value.reduce(evolveOfficial, left)).toMatchObject({
      status: 'inPost',
      unit: works,
      appointedBy: 'congressElected',
      past: [{ unit: roads, appointedBy: 'committeeAppointed', to: today, successor: young }],
    })
  })
})
