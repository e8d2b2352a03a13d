import { idOf } from '@luoshi/domain/kernel/ids'
import { day } from '@luoshi/domain/kernel/day'
import { matterStatuses, type OpenedMatter } from '@luoshi/domain/matters/matter'
import { can } from '@luoshi/domain/matters/steps'
import type { Session } from '@luoshi/server/contract/session'
import { describe, expect, it } from 'vitest'
import { laterSteps, stepOnward, turnOf } from './step-order.ts'

const matter: OpenedMatter = {
  status: 'received',
  opinion: idOf('opinion', 'opinion_qinghe0001'),
  appraisal: idOf('appraisal', 'appraisal_qinghe2026'),
  phase: 'after',
  title: '村内水压不足',
  text: '晚上六点以后三楼没有水。',
  openedOn: day('2026-03-01'),
  unit: idOf('unit', 'unit_water'),
  official: null,
  approval: null,
  handOver: null,
  reassignReason: null,
  rounds: [],
  extensions: 0,
  chases: [],
  escalations: [],
  commitment: null,
  lookBacks: [],
  objections: [],
  closure: null,
  mergedInto: null,
  exit: null,
  warned: false,
  evidence: [],
}

const team: Session = {
  account: { id: idOf('account', 'account_heqing01'), name: '何清' },
  roles: ['team'],
  unit: null,
  official: null,
  congress: { id: 'congress_demo', name: '云溪县人大常委会' },
  actingFor: null,
  mayActFor: [],
  deputies: [],
  csrf: '',
  today: day('2026-03-02'),
  version: '0.1.0',
}

describe('the step that moves a matter on', () => {
  it('can always be taken in the state it is offered in', () => {
    for (const status of matterStatuses) {
      const step = stepOnward({ ...matter, status })
      expect(step === null || can(step, { ...matter, status })).toBe(true)
    }
  })

  it('is the leadership meeting before the plan', () => {
    expect(stepOnward(matter)).toBe('RecordMeeting')
    expect(turnOf(matter)).toBe('unit')
  })
})

describe('steps that are not due yet', () => {
  it('are none once a matter has been struck off, merged or let go', () => {
    for (const status of ['closed', 'merged', 'exited'] as const)
      expect(laterSteps({ ...matter, status }, team)).toEqual([])
  })

  it('are only those the person will take one day', () => {
    expect(laterSteps(matter, team)).toEqual([
      'AcceptPlan',
      'ReturnPlan',
      'ReturnResult',
      'VerifyMatter',
      'LookBackAtMatter',
    ])
  })
})
