/**
 * The laws of the whole campaign, on a real database: people of every role, and one without any right, try commands of
 * the whole campaign in any order, in their own name or a colleague's, while units merge and officials come and go.
 * The auditors read log and rows alone; of the code that decides they use nothing but the rights table.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { miscounted, unearnedClosings, wronglyArchived } from '../testing/campaign/audit-log.ts'
import { auditRights } from '../testing/campaign/audit-rights.ts'
import * as campaign from '../testing/campaign/campaign-acts.ts'
import { castOf, everyRole, type Choice } from '../testing/campaign/cast.ts'
import * as hearing from '../testing/campaign/hearing-acts.ts'
import { historyOf } from '../testing/campaign/history.ts'
import * as matters from '../testing/campaign/matter-acts.ts'
import * as papers from '../testing/campaign/paper-acts.ts'
import * as people from '../testing/campaign/people-acts.ts'
import { stageOf, type Act, type Stage, type Tally } from '../testing/campaign/stage.ts'
import { lawSeed } from '../testing/chance.ts'
import { daysLater, testCounty, value, type TestCounty } from '../testing/test-county.ts'
import { createIdentity, type Identity } from './identity/identity.ts'

let county: TestCounty
let stage: Stage

/** Of all campaigns together. */
const tally: Tally = { accepted: new Map(), refused: new Map() }

async function begin(): Promise<void> {
  let identity: Identity | null = null
  county = await testCounty(async (pool, clock) => {
    identity = createIdentity({ pool, clock, cost: { memory: 8, passes: 1 } })
    const asked = { name: '测试县人大常委会', county: '测试县', demo: true }
    return value(await identity.createCongress(asked)).id
  })
  if (identity === null) throw new Error('No identity')
  const cast = castOf(county, identity)
  await everyRole(cast, county)
  stage = await stageOf(county, cast, tally)
  // The scene itself was set by the principals of other tests, who have no accounts.
  position = (await historyOf(county.database.owner)).log.length
}

const days: Act = async ({ county: { clock } }, { a }) => daysLater(clock, 1 + (a % 20))

const repertoire = {
  raise: [9, hearing.raise],
  walk: [10, matters.walk],
  next: [6, matters.next],
  between: [6, matters.between],
  elsewhere: [4, matters.elsewhere],
  leaves: [3, matters.leaves],
  split: [3, hearing.split],
  call: [5, hearing.call],
  voice: [4, hearing.voice],
  inquire: [4, hearing.inquire],
  accuse: [2, hearing.accuse],
  meeting: [8, hearing.meeting],
  turn: [3, hearing.turn],
  ballot: [8, papers.ballot],
  letter: [15, papers.letter],
  notice: [7, papers.notice],
  ladder: [6, papers.ladder],
  signList: [2, papers.signList],
  unit: [1, people.unit],
  official: [3, people.official],
  transfer: [4, people.transfer],
  merge: [3, people.merge],
  head: [2, people.head],
  successor: [2, people.successor],
  leave: [2, people.leave],
  recuse: [3, people.recuse],
  deputy: [3, people.deputy],
  roster: [2, people.roster],
  term: [1, people.term],
  appraise: [3, campaign.open],
  phase: [3, campaign.phase],
  paper: [2, campaign.step],
  archive: [4, campaign.archive],
  suspend: [4, campaign.suspend],
  openCheck: [2, campaign.openCheck],
  check: [4, campaign.check],
  days: [1, days],
} as const satisfies Readonly<Record<string, readonly [number, Act]>>

const number = fc.nat({ max: 10_000 })
const choices: fc.Arbitrary<Choice> = fc.record({
  a: number,
  b: number,
  c: number,
  stray: fc.oneof(
    { weight: 5, arbitrary: fc.constant(false) },
    { weight: 1, arbitrary: fc.constant(true) },
  ),
})
const acts = fc.oneof(
  ...Object.entries(repertoire).map(([name, [weight]]) => ({
    weight,
    arbitrary: choices.map((choice) => ({ name, choice })),
  })),
)

function actOf(name: string): Act {
  const found = Object.entries(repertoire).find(([key]) => key === name)
  if (!found) throw new Error(`No act ${name}`)
  return found[1][1]
}

/** Handed over, and nobody who could answer: no unit that stands, or no official in post of it. */
async function unanswered(): Promise<readonly unknown[]> {
  const { rows } = await county.database.owner.query(
    `select m.number, m.status from luoshi.matter_view m
      where m.to_seq is null and m.status not in ('drafted', 'approved', 'closed', 'merged', 'exited')
        and not exists (select from luoshi.unit_view u join luoshi.official_view o on o.unit = u.id
          where u.id = m.unit and u.to_seq is null and u.status = 'active'
            and o.id = m.official and o.to_seq is null and o.status = 'inPost')
      union all
      select r.number, r.kind || ' ' || r.status from luoshi.record_view r
      where r.to_seq is null and (r.kind = 'notice' and r.status in ('issued', 'received')
          or r.kind = 'consequence' and r.status in ('decided', 'answered') or r.kind = 'report')
        and not exists (select from luoshi.unit_view u
          where u.id = r.unit and u.to_seq is null and u.status = 'active')`,
  )
  return rows
}

/** Wherever a word of an accusation could be read by anybody but the office: log, words, rows, messages. */
async function leaked(): Promise<readonly unknown[]> {
  const { rows } = await county.database.owner.query(
    `select 'event' as place from luoshi.event where facts::text like $1
      union all select 'words' from luoshi.event_words where body::text like $1
      union all select 'record' from luoshi.record_view r where r::text like $1
      union all select 'matter' from luoshi.matter_view r where r::text like $1
      union all select 'opinion' from luoshi.opinion_view r where r::text like $1
      union all select 'note' from luoshi.note r where r::text like $1`,
    [`%${hearing.secretWord}%`],
  )
  return rows
}

/** Of each of these at least one was accepted: a law about nothing would hold, too. */
const mustHappen = [
  'RaiseOpinion SplitOpinion ApproveMatter HandOverMatter SignReceipt RecordMeeting SubmitPlan AcceptPlan',
  'SubmitResult VerifyMatter JudgeMatter CloseMatter MergeMatter ExitMatter AskReassignment MoveResponsibility',
  'OpenAppraisal EnterPhase ArchiveAppraisal WaiveCampaignSteps SuspendAppraisal ResumeAppraisal',
  'OpenSelfCheck FillSelfCheck SubmitSelfCheck RecordInquiry NoteAccusation HandleAccusation',
  'OpenCall TakeOverVoice ReplyToVoice SealVoice ConveneMeeting BeginMeeting TakeSpeech TurnSpeech',
  'OpenBallot EnterBallot AnnounceBallot DraftLetter ApproveLetter IssueLetter HandOverLetter SignLetter',
  'IssueNotice SignNotice AnswerNotice DecideConsequence AnswerConsequence',
  'TransferOfficial MergeUnits NameUnitHead BeginLeave RecordRecusal DelegateRole ChangeTerm',
].flatMap((line) => line.split(' '))

/** Where each audit of rights begins: after what the last one looked at. */
let position = 0

async function audit(): Promise<number> {
  const history = await historyOf(county.database.owner)
  const { wrong, looked } = auditRights(history, position)
  expect(wrong, 'without right').toEqual([])
  expect(unearnedClosings(history), 'closed without an earned verdict').toEqual([])
  expect(miscounted(history), 'raised = matters + exits').toEqual([])
  expect(wronglyArchived(history), 'archived with something owed').toEqual([])
  expect(await leaked(), 'words of an accusation').toEqual([])
  position += looked
  return looked
}

async function live(tried: readonly Readonly<{ name: string; choice: Choice }>[]): Promise<void> {
  for (const { name, choice } of tried) {
    await actOf(name)(stage, choice)
    expect(await unanswered(), 'handed over and unanswered').toEqual([])
  }
  await audit()
}

const untried = () => mustHappen.filter((command) => !tally.accepted.has(command))

describe('whatever anybody tries in a campaign, in any order', () => {
  it('its laws hold at every moment', async () => {
    const histories = fc.array(acts, { minLength: 50, maxLength: 60, size: 'max' })
    let audited = 0
    // Chance may leave a command out, or a county come to its end: then another begins, but not for ever.
    for (let turn = 0; turn === 0 || (turn < 8 && untried().length > 0); turn += 1) {
      await begin()
      const before = position
      const run = { seed: lawSeed(turn), numRuns: 10, endOnFailure: true }
      await fc.assert(fc.asyncProperty(histories, live), run)
      audited += position - before
      await county[Symbol.asyncDispose]()
    }
    expect(untried()).toEqual([])
    expect(audited).toBeGreaterThan(400)
    // Many are refused, too: people do try what they may not.
    const refusals = [...tally.refused.values()].reduce((sum, n) => sum + n, 0)
    expect(refusals).toBeGreaterThan(100)
  }, 400_000)
})
