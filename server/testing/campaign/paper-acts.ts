/** Acts with papers: ballots, opinion letters and the reports that answer them, chasing papers, the ladder. */
import { addDays } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { announceBallot, enterBallot, openBallot } from '../../src/ballots/ballot-steps.ts'
import {
  approveLetter,
  draftLetter,
  handOverLetter,
  issueLetter,
  signLetter,
  withdrawLetter,
} from '../../src/letters/letter-steps.ts'
import { proposeDraft } from '../../src/letters/propose-draft.ts'
import { signHandOver } from '../../src/people/sign-hand-over.ts'
import { issueNotice } from '../../src/supervision/issue-notice.ts'
import { answerNotice, signNotice, withdrawNotice } from '../../src/supervision/notice-steps.ts'
import { followUp, takeConsequence } from '../../src/supervision/take-consequence.ts'
import { approval } from '../test-county.ts'
import { at } from './cast.ts'
import { anAppraisal, type Act, type RecordNow, type Stage } from './stage.ts'

const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }
const row = { satisfied: 20, basically: 7, dissatisfied: 2, abstain: 0, unknown: 0, spoiled: 0 }

export const ballot: Act = async (stage, choice) => {
  const { world } = stage.county
  // One whose matters went on meanwhile is never announced: it must not stand in the way of the others.
  const found = at(await stage.records('ballot', 'open', 'entered', 'counted'), choice.a)
  if (!found || choice.c % 4 === 0) return openOne(stage, choice)
  const which = { ballot: idOf('ballot', found.id), version: found.version }
  if (found.status === 'counted') {
    const by = await stage.cast.who('AnnounceBallot', null, choice)
    const asked = { by, ...which, demand: '再办。', excepted: [], demands: [] }
    return stage.took('AnnounceBallot', announceBallot(world, asked))
  }
  const by = await stage.cast.who('EnterBallot', null, choice)
  const [kept] = await world.db.rows<{ n: number }>(stage.county.congress, {
    text: `select coalesce(jsonb_array_length(doc -> 'subject' -> 'matters'), 0) as n
      from luoshi.record_view where congress = $1 and id = $2 and to_seq is null`,
    values: [stage.county.congress, found.id],
  })
  const rows = Array.from({ length: Math.max(1, (kept?.n ?? 0) * 3) }, () => row)
  const count = { issued: 29, returned: 29, invalid: 0, rows }
  return stage.took('EnterBallot', enterBallot(world, { by, ...which, count, counters }))
}

const openOne: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const verified = await stage.matters('verified')
  const appraisal = verified[0]?.appraisal ?? (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return false
  const own = verified.filter((one) => one.appraisal === appraisal).map(({ id }) => id)
  const subject =
    own.length > 0 ? ({ type: 'matters', matters: own } as const) : ({ type: 'official' } as const)
  const source = { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' } as const
  const where = { appraisal, meeting: null, session: '第31次', heldOn: clock.today(), subject }
  const who = { source, members: 33, present: 29, recused: [], entries: 1, replaces: null } as const
  const by = await stage.cast.who('OpenBallot', null, choice)
  return stage.took('OpenBallot', openBallot(world, { by, ballot: { ...where, ...who } }))
}

/** A letter goes on from where it is; now and then it is taken back. */
export const letter: Act = async (stage, choice) => {
  const { world } = stage.county
  const first = choice.c % 2 === 0 ? [] : (['delivered'] as const)
  const going = await stage.records('letter', 'drafted', 'approved', 'issued', ...first)
  const found = at(going, choice.a)
  if (!found || (going.length < 3 && choice.c % 3 === 0)) return draft(stage, choice)
  const which = { letter: idOf('letter', found.id), version: found.version }
  if (choice.c % 11 === 0) {
    const by = await stage.cast.who('WithdrawLetter', null, choice)
    return stage.took('WithdrawLetter', withdrawLetter(world, { by, ...which, reason: '有误' }))
  }
  switch (found.status) {
    case 'drafted': {
      const by = await stage.cast.who('ApproveLetter', null, choice)
      const decision = { approval, minutes: '4号', changes: '' }
      return stage.took('ApproveLetter', approveLetter(world, { by, ...which, ...decision }))
    }
    case 'approved': {
      const by = await stage.cast.who('IssueLetter', null, choice)
      return stage.took('IssueLetter', issueLetter(world, { by, ...which, prefix: '测常评意' }))
    }
    case 'issued': {
      const by = await stage.cast.who('HandOverLetter', null, choice)
      const how = { how: 'meeting', place: '交办会' } as const
      return stage.took('HandOverLetter', handOverLetter(world, { by, ...which, ...how }))
    }
    default: {
      const issued = (await stage.matters('issued')).filter(
        (one) => one.appraisal === found.appraisal,
      )
      const by = await stage.cast.who('SignLetter', at(issued, choice.b)?.unit ?? null, choice)
      return stage.took('SignLetter', signLetter(world, { by, ...which, signer: '办公室' }))
    }
  }
}

const draft: Act = async (stage, choice) => {
  const { world } = stage.county
  const waiting = at(await stage.matters('drafted', 'approved'), choice.b)
  const appraisal = waiting?.appraisal ?? (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return false
  const by = await stage.cast.who('DraftLetter', null, choice)
  const proposed = await proposeDraft(world, { by, appraisal, replaces: null })
  if (!proposed.ok) return stage.took('DraftLetter', Promise.resolve(proposed))
  const { items, ...rest } = proposed.value.content
  const request = '请于三十日内修好路灯十盏，并书面报告。'
  const seats = await stage.seats()
  const asking = items.slice(0, 3).flatMap((item) => {
    const seat = seats.find(({ unit }) => unit === item.unit) ?? at(seats, choice.b)
    return seat ? [{ ...item, unit: seat.unit, official: seat.official, request }] : []
  })
  const said = { overall: '履职情况总体较好。', suggestions: '请抓紧。', ballot: '满意。' }
  const content = { ...rest, ...said, achievements: '养护及时。', items: asking }
  const drafting = { by, appraisal, replaces: null, content }
  return stage.took('DraftLetter', draftLetter(world, drafting))
}

export const notice: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const found = at(await stage.records('notice', 'issued', 'received'), choice.a)
  if (found && choice.c % 3 !== 0) {
    const which = { notice: idOf('notice', found.id), version: found.version }
    if (choice.c % 7 === 0) {
      const by = await stage.cast.who('WithdrawNotice', null, choice)
      return stage.took('WithdrawNotice', withdrawNotice(world, { by, ...which, reason: '有误' }))
    }
    if (found.status === 'issued') {
      const by = await stage.cast.who('SignNotice', found.unit, choice)
      return stage.took('SignNotice', signNotice(world, { by, ...which }))
    }
    const by = await stage.cast.who('AnswerNotice', found.unit, choice)
    return stage.took('AnswerNotice', answerNotice(world, { by, ...which, text: '已整改。' }))
  }
  const matter = at(await stage.matters('issued', 'received', 'inProgress'), choice.a)
  if (!matter?.unit) return false
  const by = await stage.cast.who('IssueNotice', null, choice)
  const about = { level: 'notice', problem: 'late', demand: '请抓紧。', approval } as const
  const reportBy = addDays(clock.today(), 10)
  const asked = { by, notice: { ...about, unit: matter.unit, matters: [matter.id], reportBy } }
  return stage.took('IssueNotice', issueNotice(world, asked))
}

export const ladder: Act = async (stage, choice) => {
  const { world, clock } = stage.county
  const found = at(await stage.records('consequence', 'decided', 'answered'), choice.a)
  if (found && choice.c % 2 === 0) return goOn(stage, found, choice)
  const appraisal = (await anAppraisal(stage, choice.a))?.id
  if (appraisal === undefined) return false
  const matters = (await stage.matters('issued', 'received', 'inProgress'))
    .filter((one) => one.appraisal === appraisal)
    .slice(0, 2)
    .map(({ id }) => id)
  const by = await stage.cast.who('DecideConsequence', null, choice)
  const due = addDays(clock.today(), 30)
  const facts = { step: 'listed', matters, mover: 'chairs', signers: 0, members: 31 } as const
  const more = { electedDeputy: false, due, session: '第32次', approval }
  const words = { target: '承办单位', text: '重点督办。', material: '', movers: '' }
  const asked = { by, appraisal, facts: { ...facts, ...more }, words }
  return stage.took('DecideConsequence', takeConsequence(world, asked))
}

async function goOn(stage: Stage, found: RecordNow, choice: Parameters<Act>[1]) {
  const which = { consequence: idOf('consequence', found.id), version: found.version }
  const answer = {
    type: 'AnswerConsequence',
    way: 'written',
    text: '已办。',
    signer: '局长',
  } as const
  const lift = { type: 'LiftConsequence', reason: '已经办好' } as const
  const step = choice.b % 4 === 0 ? lift : answer
  const by = await stage.cast.who(step.type, found.unit, choice)
  return stage.took(step.type, followUp(stage.county.world, { by, ...which, step }))
}

export const signList: Act = async (stage, choice) => {
  const found = at(await stage.records('handover'), choice.a)
  const as = at(['leaver', 'successor', 'witness'] as const, choice.b)
  if (!found || !as) return
  const by = await stage.cast.who('SignHandover', found.unit, choice)
  const which = { handOver: idOf('handover', found.id), version: found.version }
  const signing = signHandOver(stage.county.world, { by, ...which, as, paper: null })
  await stage.took('SignHandover', signing)
}
