import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import type { BallotEvent } from './ballot.ts'
import { isBesideBallot } from './beside.ts'

const on = day('2026-11-27')
const [clerk, teller] = [idOf('account', 'account_clerk01'), idOf('account', 'account_teller01')]

const lockMade = (lock: number): BallotEvent => {
  return { type: 'CountLockRegistered', lock, pk: 'one', by: clerk, on }
}
const lockOpened: BallotEvent = { type: 'CountKeyEntered', lock: 0, key: 'k', by: clerk, on }
const opened: BallotEvent = { type: 'SealsOpened', on }
const paperBy = (by: typeof clerk): BallotEvent => {
  return { type: 'PaperCounted', by, on, contests: [], words: null }
}
const stated: BallotEvent = { type: 'PaperStated', on }
const tellerKey: BallotEvent = { type: 'TellerKeyRegistered', pk: 'three', by: teller, on }
const paperTaken: BallotEvent = { type: 'PaperTaken', on, words: { voter: '委员甲' } }
const votingOpened: BallotEvent = { type: 'VotingOpened', closesAt: null, on }

describe('steps of several people at desks of their own', () => {
  it('are taken beside what others do at the same time', () => {
    for (const [step, ...since] of [
      [{ type: 'RegisterCountLock', lock: 1 }, lockMade(0), tellerKey],
      [{ type: 'RegisterTellerKey' }, lockMade(0), lockMade(1)],
      [{ type: 'TakePaper' }, paperTaken, paperTaken],
      [{ type: 'EnterCountKey', lock: 1 }, lockOpened, paperBy(teller), stated],
      [{ type: 'CountPaper' }, paperBy(teller), lockOpened, opened],
      [{ type: 'StatePaper' }, lockOpened, opened],
    ] as const)
      expect([step.type, isBesideBallot({ by: clerk, ...step }, since)]).toEqual([step.type, true])
  })

  it('wait for another look where the same thing was touched', () => {
    for (const [step, ...since] of [
      [{ type: 'RegisterCountLock', lock: 1 }, lockMade(1)],
      [{ type: 'RegisterTellerKey' }, tellerKey],
      [{ type: 'TakePaper' }, paperTaken, votingOpened],
      [{ type: 'CountPaper' }, paperBy(teller), paperBy(clerk)],
      [{ type: 'StatePaper' }, paperBy(teller)],
    ] as const)
      expect([step.type, isBesideBallot({ by: clerk, ...step }, since)]).toEqual([step.type, false])
  })

  it('are no decision about the whole ballot: that is taken by somebody who has seen all of it', () => {
    for (const type of ['SealBallot', 'SettleCount', 'OpenVoting', 'AnnounceBallot'] as const)
      for (const event of [lockMade(0), lockOpened, paperBy(teller), paperTaken])
        expect(isBesideBallot({ type, by: clerk }, [event])).toBe(false)
  })
})
