/** When things happened in the demo county, in days before today; each appraisal is at another point of its way. */
import type { AppraisalKey } from './county.ts'

/** Days relative to the day the demo is loaded; negative is past. */
export type Pace = Readonly<{
  open: number
  raise: number
  approve: number
  handOver: number
  sign: number
  meet: number
  plan: number
  accept: number
  progress: number
  submit: number
  verify: number
  judge: number
  close: number
}>

export const paces: Readonly<Record<AppraisalKey, Pace>> = {
  water: {
    open: -240,
    raise: -212,
    approve: -204,
    handOver: -200,
    sign: -198,
    meet: -196,
    plan: -190,
    accept: -187,
    progress: -165,
    submit: -150,
    verify: -142,
    judge: -135,
    close: -128,
  },
  transport: {
    open: -180,
    raise: -112,
    approve: -104,
    handOver: -100,
    sign: -98,
    meet: -96,
    plan: -90,
    accept: -87,
    progress: -60,
    submit: -30,
    verify: -18,
    judge: -10,
    close: -4,
  },
  housing: {
    open: -110,
    raise: -82,
    approve: -74,
    handOver: -70,
    sign: -68,
    meet: -66,
    plan: -60,
    accept: -57,
    progress: -30,
    submit: -16,
    verify: -8,
    judge: -6,
    close: -3,
  },
  education: {
    open: -60,
    raise: -24,
    approve: -9,
    handOver: -5,
    sign: -4,
    meet: -3,
    plan: -2,
    accept: -1,
    progress: -1,
    submit: -1,
    verify: -1,
    judge: -1,
    close: -1,
  },
  health: early(-45),
  market: early(-14),
  justice: early(-4),
}

/** An appraisal in which nothing was raised yet. */
function early(open: number): Pace {
  const later = { approve: 0, handOver: 0, sign: 0, meet: 0, plan: 0, accept: 0, progress: 0 }
  return { open, raise: 0, ...later, submit: 0, verify: 0, judge: 0, close: 0 }
}

/** A further round, beginning at the verdict before it. */
export function furtherRound(judgedOn: number, nextVerdict: number): Pace {
  const length = nextVerdict - judgedOn
  const at = (share: number) => judgedOn + Math.round(length * share)
  return {
    open: judgedOn,
    raise: judgedOn,
    approve: judgedOn,
    handOver: judgedOn,
    sign: judgedOn,
    meet: at(0.06),
    plan: at(0.15),
    accept: at(0.2),
    progress: at(0.5),
    submit: at(0.8),
    verify: at(0.9),
    judge: nextVerdict,
    close: nextVerdict + 4,
  }
}
