import { idOf } from '@luoshi/domain/kernel/ids'
import type { OfficialRow } from '@luoshi/server/contract/people'
import { describe, expect, it } from 'vitest'
import { matterRowIn } from '../testing/matter-row-in.ts'
import { handOverGroups } from './hand-over-groups.ts'

const water = idOf('unit', 'unit_water')
const roads = idOf('unit', 'unit_roads')

const official = (name: string, unit: OfficialRow['unit'], status: OfficialRow['status']) =>
  ({
    id: idOf('official', `official_${name}`),
    version: 1,
    name,
    status,
    unit,
    unitName: '',
    post: '局长',
    appointedBy: 'committeeAppointed',
    successor: null,
    caretaker: false,
    since: null,
    until: null,
    leave: null,
    past: [],
  }) satisfies OfficialRow

const officials = [
  official('shen', water, 'inPost'),
  official('gone', water, 'left'),
  official('tang', roads, 'inPost'),
  official('bai0', roads, 'inPost'),
]

const units = [
  { id: water, into: null },
  { id: roads, into: null },
]

const rows = [
  { ...matterRowIn('approved', 1), unit: water },
  { ...matterRowIn('approved', 2), unit: roads },
  { ...matterRowIn('approved', 3), unit: water },
  matterRowIn('approved', 4),
]

describe('handing over many matters', () => {
  it('puts those proposed for one unit together and loses none', () => {
    const groups = handOverGroups(rows, {}, officials, units)
    expect(groups.map((group) => group.rows.map((row) => row.number))).toEqual([[1, 3], [2], [4]])
  })

  it('proposes the official when only one is in post', () => {
    const [first, second, third] = handOverGroups(rows, {}, officials, units)
    expect(first?.to).toEqual({ unit: water, official: idOf('official', 'official_shen') })
    expect(second?.to).toEqual({ unit: roads, official: null })
    expect(third?.to).toEqual({ unit: null, official: null })
  })

  it('proposes what a unit became when it has merged since', () => {
    const merged = [
      { id: roads, into: water },
      { id: water, into: null },
    ]
    const [, second] = handOverGroups(rows, {}, officials, merged)
    expect(second).toMatchObject({ proposed: roads, to: { unit: water } })
    expect(second?.to.official).toBe(idOf('official', 'official_shen'))
  })

  it('follows what the clerk chose', () => {
    const to = { unit: roads, official: idOf('official', 'official_tang') }
    expect(handOverGroups(rows, { none: to }, officials, units).at(-1)?.to).toEqual(to)
  })
})
