import { describe, expect, it } from 'vitest'
import { day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { lackingIn, type BulkDraft } from './bulk-draft.ts'
import type { HandOverGroup } from './hand-over-groups.ts'

const names = {
  on: '批准日期',
  reference: '文号',
  letter: '意见书',
  unit: '单位',
  official: '责任人',
  text: '话',
}
const unit = idOf('unit', 'unit_0000000000000000000a')
const empty: BulkDraft = {
  approval: { body: 'chairs', on: null, reference: ' ' },
  choices: {},
  letter: '',
  level: 'reminder',
  text: '',
}
const group = (to: HandOverGroup['to']): HandOverGroup => ({
  key: 'none',
  proposed: null,
  rows: [],
  to,
})

describe('what a bulk step still lacks', () => {
  it('names each empty field as it is called on the screen', () => {
    expect(lackingIn('ApproveMatter', empty, [], names)).toEqual(['批准日期', '文号'])
    expect(lackingIn('ChaseMatter', empty, [], names)).toEqual(['话'])
    const groups = [group({ unit: null, official: null }), group({ unit, official: null })]
    expect(lackingIn('HandOverMatter', empty, groups, names)).toEqual(['意见书', '单位', '责任人'])
  })

  it('names nothing once all is filled in', () => {
    const full: BulkDraft = {
      ...empty,
      approval: { body: 'chairs', on: day('2026-11-20'), reference: '云发〔2026〕7号' },
      letter: '云人常评〔2026〕3号',
      text: '请抓紧办理',
    }
    const official = idOf('official', 'official_0000000000000000000a')
    for (const step of ['ApproveMatter', 'HandOverMatter', 'ChaseMatter'] as const)
      expect(lackingIn(step, full, [group({ unit, official })], names)).toEqual([])
  })
})
