/** Acts on matters: the natural next step of each, and what may come between. */
import { addDays } from '@luoshi/domain/kernel/day'
import type { StepCommand } from '../../src/matters/step-command.ts'
import { takeStep } from '../../src/matters/take-step.ts'
import { approval } from '../test-county.ts'
import { at, type Choice } from './cast.ts'
import type { Act, MatterNow, SeatNow, Stage } from './stage.ts'

const person = { name: '何志远', post: '副局长' }
const attendance = { members: 33, present: 29, issued: 29, returned: 29 }
const pleased = { satisfied: 20, basically: 7, dissatisfied: 2, abstain: 0 }
const displeased = { satisfied: 5, basically: 6, dissatisfied: 18, abstain: 0 }

async function give(stage: Stage, matter: MatterNow, command: StepCommand, choice: Choice) {
  const by = await stage.cast.who(command.type, matter.unit, choice)
  const { id, version } = matter
  const done = takeStep(stage.county.world, { by, matter: id, version, command })
  return stage.took(command.type, done)
}

function planOf(stage: Stage): StepCommand {
  const plan = {
    analysis: '责任不清。',
    task: '修好。',
    measures: ['排查'],
    dueOn: addDays(stage.county.clock.today(), 10),
    oversees: person,
    leads: person,
    does: person,
  }
  return { type: 'SubmitPlan', plan, signedBy: '局长' }
}

function verdict({ c }: Choice): StepCommand {
  const votes = { measures: pleased, timeliness: pleased, quality: pleased }
  const mixed = c % 3 === 0 ? { ...votes, quality: displeased } : votes
  return { type: 'JudgeMatter', session: '第30次', attendance, votes: mixed, reasons: '再办。' }
}

function verification(stage: Stage): StepCommand {
  return {
    type: 'VerifyMatter',
    heldOn: stage.county.clock.today(),
    place: '现场',
    findings: '属实。',
    outcome: 'confirmed',
    verifiers: ['秦岚'],
    raiserView: 'satisfied',
    evidence: [],
  }
}

/** What usually comes next, and at the desk of the unit one of the three things that wait there. */
async function natural(
  stage: Stage,
  { status, unit }: MatterNow,
  choice: Choice,
): Promise<StepCommand | null> {
  const { evidence, county } = stage
  const seat = at<SeatNow>(await stage.seats(choice.c % 3 === 0 ? null : unit), choice.c)
  const meeting: StepCommand = {
    type: 'RecordMeeting',
    heldOn: county.clock.today(),
    attended: ['局长'],
    resolved: '逐条研究。',
  }
  switch (status) {
    case 'drafted':
      return { type: 'ApproveMatter', approval }
    case 'approved':
      return seat
        ? { type: 'HandOverMatter', unit: seat.unit, official: seat.official, letter: '7号' }
        : null
    case 'issued':
      if (choice.c % 7 === 0) return { type: 'AskReassignment', reason: '不归我管' }
      return { type: 'SignReceipt', signer: '办公室' }
    case 'misassigned':
      return seat && choice.c % 2 === 0
        ? { type: 'GrantReassignment', ...seatOnly(seat), reason: '应由其办理' }
        : { type: 'RefuseReassignment', reason: '职责清楚' }
    case 'received':
      return choice.a % 3 === 0 ? meeting : planOf(stage)
    case 'planned':
      return { type: 'AcceptPlan', comments: '同意。' }
    case 'inProgress':
    case 'committed':
      return {
        type: 'SubmitResult',
        answer: '已修好。',
        resultClass: 'A',
        evidence,
        signedBy: '长',
      }
    case 'submitted':
      return verification(stage)
    case 'verified':
      return verdict(choice)
    case 'satisfied':
      return { type: 'CloseMatter', approval }
    case 'closed':
      return choice.c % 4 === 0
        ? { type: 'LookBackAtMatter', outcome: 'relapsed', findings: '反弹。' }
        : { type: 'LookBackAtMatter', outcome: 'held', findings: '巩固。' }
    default:
      return null
  }
}

const seatOnly = ({ unit, official }: SeatNow) => ({ unit, official })

export const next: Act = async (stage, choice) => {
  const matter = at(await stage.matters(), choice.a)
  const command = matter && (await natural(stage, matter, choice))
  if (matter && command) await give(stage, matter, command, choice)
}

/** Several steps on one matter, so that long histories get to their end. */
export const walk: Act = async (stage, choice) => {
  const { id } = at(await stage.matters(), choice.a) ?? {}
  for (let step = 0; step < 6; step += 1) {
    const matter = (await stage.matters()).find((one) => one.id === id)
    const turn = { ...choice, a: choice.a + step }
    const command = matter && (await natural(stage, matter, turn))
    if (!matter || !command) return
    await give(stage, matter, command, turn)
  }
}

/** Whatever may come between, in season or out of it. */
export const between: Act = async (stage, choice) => {
  const [matter, other] = [
    at(await stage.matters(), choice.a),
    at(await stage.matters('issued', 'received', 'inProgress'), choice.b),
  ]
  const seat = at(await stage.seats(), choice.b)
  if (!matter || !other || !seat) return false
  const today = stage.county.clock.today()
  const commands: readonly StepCommand[] = [
    { type: 'AskReassignment', reason: '不归我管' },
    { type: 'MergeMatter', into: other.id, reason: '同一件事', approval },
    { type: 'ExitMatter', exit: 'diverted', reason: '转信访', approval },
    { type: 'ExtendDue', due: addDays(today, 100), reason: '汛期', approval },
    { type: 'CommitMatter', until: addDays(today, 300), stages: '分期', approval },
    { type: 'MoveResponsibility', ...seatOnly(seat), cause: 'postTransferred', reason: '调整' },
    { type: 'ReturnPlan', comments: '太空' },
    { type: 'ReturnResult', comments: '答非所问' },
    { type: 'ReportProgress', text: '过半', evidence: [] },
    { type: 'EscalateMatter', measure: 'listed', reason: '重点', approval },
    { type: 'RedraftMatter', title: '改过的标题', unit: seat.unit },
    { type: 'ObjectToClosure', text: '没有修', from: '群众' },
    { type: 'AnswerObjection', objection: 0, answer: '已复查' },
    { type: 'CloseMatter', approval },
    { type: 'HandOverMatter', ...seatOnly(seat), letter: '8号' },
    // To somebody of another unit.
    { type: 'HandOverMatter', ...seatOnly(seat), unit: other.unit ?? seat.unit, letter: '9号' },
    verdict(choice),
  ]
  const command = at(commands, choice.c)
  return command ? give(stage, matter, command, choice) : false
}

/** Sent back as wrongly assigned, or moved from one to another. */
export const elsewhere: Act = async (stage, choice) => {
  const asks = choice.c % 2 === 0
  const matter = at(
    await stage.matters(...(asks ? ['issued', 'received'] : ['received', 'inProgress'])),
    choice.a,
  )
  const seat = at(await stage.seats(), choice.b)
  if (!matter || !seat) return
  const reason = '职责调整'
  const there = choice.c % 3 === 0 ? matter.unit : null
  const moving = {
    type: 'MoveResponsibility',
    ...seatOnly(seat),
    unit: there ?? seat.unit,
    cause: 'unitMerged',
    reason,
  } as const
  await give(stage, matter, asks ? { type: 'AskReassignment', reason } : moving, choice)
}

/** Leaves by a lawful exit, or follows another matter. */
export const leaves: Act = async (stage, choice) => {
  const open = await stage.matters('drafted', 'approved', 'issued', 'received', 'inProgress')
  const [matter, other] = [at(open, choice.a), at(open, choice.b)]
  if (!matter || !other) return
  const reason = '同一件事'
  const exit = { type: 'ExitMatter', exit: 'diverted', reason, approval } as const
  const merge = { type: 'MergeMatter', into: other.id, reason, approval } as const
  await give(stage, matter, choice.c % 2 === 0 ? exit : merge, choice)
}
