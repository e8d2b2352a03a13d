/** Acts on an appraisal itself: its phases and papers, its self-check, being suspended and resumed, and its end. */
import { seedFramework, questionsOf } from '@luoshi/domain/appraisals/self-check-framework'
import { campaignSteps } from '@luoshi/domain/appraisals/campaign-steps'
import { phases } from '@luoshi/domain/appraisals/phases'
import { idOf, type UnitId } from '@luoshi/domain/kernel/ids'
import {
  archiveAppraisal,
  enterPhase,
  openAppraisal,
  stepOnAppraisal,
} from '../../src/appraisals/appraisal-commands.ts'
import { guideOf } from '../../src/appraisals/read-guide.ts'
import {
  openSelfCheck,
  stepOnSelfCheck,
  takeOverGap,
} from '../../src/appraisals/self-check-commands.ts'
import { loadUnit } from '../../src/execute/load.ts'
import type { SelfCheckTold } from '../../src/contract/self-checks.ts'
import { approval } from '../test-county.ts'
import { at } from './cast.ts'
import { anAppraisal, type Act, type Stage } from './stage.ts'

let made = 0

export const open: Act = async (stage, choice) => {
  const seat = at(await stage.seats(), choice.a)
  if ((await stage.appraisals()).length > 12 || !seat) return
  made += 1
  const { unit, official } = seat
  const opening = { title: `评议${made}`, ruleBook: 'seed', session: '第30次', unit, official }
  const by = await stage.cast.who('OpenAppraisal', null, choice)
  await stage.took('OpenAppraisal', openAppraisal(stage.county.world, { by, opening }))
}

export const phase: Act = async (stage, choice) => {
  const one = await anAppraisal(stage, choice.a)
  const to = one && phases[phases.findIndex((name) => name === one.phase) + 1]
  if (!one || !to) return
  const by = await stage.cast.who('EnterPhase', null, choice)
  const asked = { by, appraisal: one.id, version: one.version, phase: to }
  await stage.took('EnterPhase', enterPhase(stage.county.world, asked))
}

export const step: Act = async (stage, choice) => {
  const one = await anAppraisal(stage, choice.a)
  const which = at(campaignSteps, choice.b)
  if (!one || !which) return
  const on = stage.county.clock.today()
  const told = { type: 'RecordCampaignStep', step: which, on, number: '1号', until: null } as const
  const by = await stage.cast.who('RecordCampaignStep', null, choice)
  const asked = { by, appraisal: one.id, version: one.version, told: { ...told, note: '' } }
  await stage.took('RecordCampaignStep', stepOnAppraisal(stage.county.world, asked))
}

/** Does without all that is missing by decision, and archives: mostly refused, for something is owed. */
export const archive: Act = async (stage, choice) => {
  const { world, congress } = stage.county
  const one = await anAppraisal(stage, choice.a)
  const guide = one && (await guideOf(world, congress, one.id))
  if (!one || !guide) return
  const steps = guide.guide.missing
  let { version } = one
  if (steps.length > 0 && choice.c % 3 !== 0) {
    const by = await stage.cast.who('WaiveCampaignSteps', null, choice)
    const told = { type: 'WaiveCampaignSteps', steps, reason: '本次免予', approval } as const
    const waiving = stepOnAppraisal(world, { by, appraisal: one.id, version, told })
    if (await stage.took('WaiveCampaignSteps', waiving)) version += 1
  }
  const by = await stage.cast.who('ArchiveAppraisal', null, choice)
  const asked = { by, appraisal: one.id, version }
  await stage.took('ArchiveAppraisal', archiveAppraisal(world, asked))
}

export const suspend: Act = async (stage, choice) => {
  const waiting = (await stage.appraisals()).filter(({ suspended }) => suspended)
  const one = at(waiting, choice.a) ?? (await anAppraisal(stage, choice.a))
  const seat = at(await stage.seats(await home(stage, one?.unit ?? null)), choice.b)
  if (!one || !seat) return
  const why = { ground: 'transferred', reason: '调动', approval } as const
  const resume = { type: 'ResumeAppraisal', official: seat.official, approval } as const
  const told =
    !one.suspended || choice.c % 5 === 0 ? ({ type: 'SuspendAppraisal', ...why } as const) : resume
  const by = await stage.cast.who(told.type, null, choice)
  const asked = { by, appraisal: one.id, version: one.version, told }
  await stage.took(told.type, stepOnAppraisal(stage.county.world, asked))
}

export const openCheck: Act = async (stage, choice) => {
  const one = await anAppraisal(stage, choice.a)
  if (!one) return
  const by = await stage.cast.who('OpenSelfCheck', null, choice)
  const asked = { by, appraisal: one.id, framework: seedFramework, due: null }
  await stage.took('OpenSelfCheck', openSelfCheck(stage.county.world, asked))
}

/** A step of a self-check; filling in goes through all its questions at once. */
export const check: Act = async (stage, choice) => {
  const found = at(await stage.records('selfcheck'), choice.a)
  if (!found) return
  const id = idOf('selfcheck', found.id)
  let { version } = found
  const give = async (told: SelfCheckTold) => {
    const fills = !['SubmitSelfCheck', 'ReturnSelfCheck', 'VerifySelfFix'].includes(told.type)
    const command = fills ? 'FillSelfCheck' : rightOf(told.type)
    const by = await stage.cast.who(command, found.unit, choice)
    const done = stepOnSelfCheck(stage.county.world, { by, id, version, told })
    if (await stage.took(command, done)) version += 1
  }
  if (found.status !== 'submitted') {
    const [first, ...rest] = questionsOf(seedFramework).map(({ key }) => key)
    const gap = { finding: '不规范', cause: '培训不足', remedy: '修订', evidence: [] }
    const fixedOn = stage.county.clock.today()
    if (first) await give({ type: 'NameGap', question: first, ...gap, fixedOn })
    for (const question of rest) {
      const stated = [{ question, basis: `已查阅“${question}”的台账。` }]
      await give({ type: 'StateNothingFound', stated })
    }
    return give({ type: 'SubmitSelfCheck', signedBy: '局长' })
  }
  if (choice.c % 3 === 0) {
    const by = await stage.cast.who('TakeOverGap', null, choice)
    const taking = { by, id, version, gap: 'g1', title: '规范送达' }
    return stage.took('TakeOverGap', takeOverGap(stage.county.world, taking))
  }
  return choice.c % 3 === 1
    ? give({ type: 'VerifySelfFix', gap: 'g1', outcome: 'confirmed', findings: '属实' })
    : give({ type: 'ReturnSelfCheck', comments: '不实' })
}

function rightOf(type: string) {
  if (type === 'SubmitSelfCheck' || type === 'ReturnSelfCheck') return type
  return 'VerifySelfFix'
}

/** The unit, or the one it merged into. */
async function home(stage: Stage, unit: UnitId | null): Promise<UnitId | null> {
  const standing = new Set((await stage.units()).map(({ id }) => id))
  if (unit === null || standing.has(unit)) return unit
  const { state } = await loadUnit(stage.county.world.db, stage.county.congress, unit)
  return state.status === 'merged' ? home(stage, state.into) : null
}
