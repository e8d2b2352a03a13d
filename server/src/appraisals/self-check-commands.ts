/** Self-checks: opened by the clerk, filled by the unit, submitted in person; a gap becomes a matter in one commit. */
import { isBesideFilling } from '@luoshi/domain/appraisals/beside-filling'
import {
  selfCheckDecider,
  type SelfCheckCommand,
} from '@luoshi/domain/appraisals/self-check-decider'
import { explainSelfCheckRefusal } from '@luoshi/domain/appraisals/self-check-refusals'
import type { SelfCheckFramework } from '@luoshi/domain/appraisals/self-check-framework'
import type { SelfCheck, SelfCheckEvent } from '@luoshi/domain/appraisals/self-check'
import type { Day } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId, type Id, type UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { CommandType } from '@luoshi/domain/people/rights'
import type { SelfCheckTold } from '../contract/self-checks.ts'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import { mayGive, oneMoment, todayOf, type Asked, type World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'
import { takeRecordStep } from '../execute/record.ts'
import { forbidden, notFound, refused, refusedByAppraisal } from '../execute/refused.ts'
import { settingOf } from '../opinions/raise-opinion.ts'
import { standingUnit } from '../people/standing-seat.ts'
import { raising } from '../opinions/raising.ts'
import { selfCheckKind } from './campaign-records.ts'

/** One self-check an appraisal: it bears the appraisal's name. */
export function selfCheckOf(appraisal: AppraisalId): Id<'selfcheck'> {
  return idOf('selfcheck', appraisal.replace('appraisal_', 'selfcheck_'))
}

function decide(check: SelfCheck, command: SelfCheckCommand) {
  const ruling = selfCheckDecider.decide(check, command)
  if (ruling.ok) return ruling
  return refused(409, ruling.refusal.code, explainSelfCheckRefusal(ruling.refusal))
}

const unitOf = (check: SelfCheck) => (check.status === 'none' ? null : check.unit)

export async function openSelfCheck(
  world: World,
  asked: Asked &
    Readonly<{ appraisal: AppraisalId; framework: SelfCheckFramework; due: Day | null }>,
) {
  const { by, key, appraisal, framework, due } = asked
  const id = selfCheckOf(appraisal)
  const { version } = await selfCheckKind.load(world.db, by.congress, id)
  return takeRecordStep(world, selfCheckKind, {
    by,
    key,
    command: 'OpenSelfCheck',
    id,
    version,
    decide: async (check) => {
      const { state } = await loadAppraisal(world.db, by.congress, appraisal)
      if (state.status === 'none') return notFound()
      if (state.status === 'archived') return refusedByAppraisal({ code: 'appraisal-not-running' })
      const { official } = state
      // The unit may have merged since the appraisal was opened.
      const { unit } = await standingUnit(world, by.congress, state.unit)
      const today = todayOf(world)
      const about = { appraisal, unit, official, framework, due }
      return decide(check, { type: 'OpenSelfCheck', ...about, today })
    },
  })
}

function rightOf(told: SelfCheckTold): CommandType {
  switch (told.type) {
    case 'SubmitSelfCheck':
    case 'ReturnSelfCheck':
    case 'VerifySelfFix':
      return told.type
    case 'NameGap':
    case 'DropGap':
    case 'StateNothingFound':
    case 'NameAchievement':
    case 'DropAchievement':
      return 'FillSelfCheck'
  }
}

type Existing = Asked & Readonly<{ id: Id<'selfcheck'>; version: number }>

export async function stepOnSelfCheck(
  world: World,
  { told, ...step }: Existing & Readonly<{ told: SelfCheckTold }>,
) {
  return takeRecordStep(world, selfCheckKind, {
    ...step,
    command: rightOf(told),
    isBeside: (since) => isBesideFilling(told, since),
    unitOf,
    decide: async (check) => {
      const kept = await evidenceKept(
        world.db,
        step.by.congress,
        'evidence' in told ? told.evidence : [],
      )
      if (!kept.ok) return kept
      const ruling = decide(check, { ...told, today: todayOf(world) })
      if (!ruling.ok || told.type !== 'ReturnSelfCheck' || check.status === 'none') return ruling
      return accept([...ruling.value, ...(await toWhatItBecame(world, step.by, check.unit))])
    },
  })
}

/** The unit has merged since it submitted: what is sent back is for the unit it became. */
async function toWhatItBecame(
  world: World,
  { congress }: Asked['by'],
  unit: UnitId,
): Promise<readonly SelfCheckEvent[]> {
  const { unit: to } = await standingUnit(world, congress, unit)
  return to === unit ? [] : [{ type: 'SelfCheckPassedOn', to, on: todayOf(world) }]
}

/** Its origin is before the appraisal whatever phase it is taken over in: the unit found it itself (S11). */
export async function takeOverGap(
  at: World,
  asked: Existing & Readonly<{ gap: string; title: string }>,
) {
  const world = oneMoment(at)
  const { gap: key, title, ...step } = asked
  if (!mayGive(asked, 'TakeOverGap')) return forbidden()
  const { state } = await selfCheckKind.load(world.db, asked.by.congress, asked.id)
  if (state.status === 'none') return notFound()
  const gap = state.gaps.find((one) => one.gap === key)
  const setting = await settingOf(world, asked, state.appraisal)
  if (!setting.ok) return setting
  const today = todayOf(world)
  const raised = raising(
    {
      channel: 'selfCheck',
      raiserKind: 'self',
      receivedOn: today,
      source: null,
      partOf: null,
      text: gap ? `${gap.finding}\n原因：${gap.cause}` : '',
      raiser: '自查',
      disposition: { kind: 'matter', title, unit: state.unit },
    },
    { ...setting.value, phase: 'before' },
  )
  return takeRecordStep(world, selfCheckKind, {
    ...step,
    command: 'TakeOverGap',
    isBeside: (since) => isBesideFilling({ type: 'TakeOverGap', gap: key }, since),
    decide: (check) => {
      if (!raised.ok) return raised
      const { opinion, matter } = raised.value
      return decide(check, { type: 'TakeOverGap', gap: key, opinion, matter, today })
    },
    also: () => (raised.ok ? raised.value.writes : []),
  })
}

export type SelfCheckDone = ReturnType<typeof stepOnSelfCheck>
