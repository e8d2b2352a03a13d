/** The way of one matter, step by step, for tests to begin anywhere along it. */
import { addDays } from '../kernel/day.ts'
import type { MatterCommand, MatterCommandType } from '../matters/commands.ts'
import {
  appraisal,
  byChairs,
  evidence,
  judge,
  liu,
  march1,
  opinion,
  water,
  wholePlan,
} from './samples.ts'

const today = march1

/** Every step from raising to closing, in order, all accepted. */
export const steps = [
  {
    type: 'OpenMatter',
    opinion,
    appraisal,
    phase: 'during',
    unit: water,
    title: '老城区供水管网漏损',
    text: '青石街一带水管漏了半年没人修。',
    today,
  },
  { type: 'ApproveMatter', approval: byChairs, today },
  { type: 'HandOverMatter', unit: water, official: liu, letter: '清人常〔2026〕3号', today },
  { type: 'SignReceipt', signer: '宋佳', today },
  {
    type: 'RecordMeeting',
    heldOn: today,
    attended: ['刘明远', '何志远'],
    resolved: '成立专班，限期查漏。',
    today,
  },
  { type: 'SubmitPlan', plan: wholePlan, signedBy: '刘明远', today },
  { type: 'AcceptPlan', comments: '', today },
  { type: 'ReportProgress', text: '已检漏 12 公里。', evidence, today },
  {
    type: 'SubmitResult',
    answer: '漏点已修复。',
    resultClass: 'A',
    evidence,
    signedBy: '刘明远',
    today,
  },
  {
    type: 'VerifyMatter',
    heldOn: today,
    place: '青石街',
    findings: '现场查看，水压正常。',
    outcome: 'confirmed',
    verifiers: ['秦岚'],
    raiserView: 'satisfied',
    evidence: [],
    today,
  },
  judge({}),
  { type: 'CloseMatter', approval: byChairs, today },
] as const satisfies readonly MatterCommand[]

/** All steps up to and including the first of this type. */
export function upTo(type: MatterCommandType): readonly MatterCommand[] {
  const at = steps.findIndex((step) => step.type === type)
  if (at === -1) throw new Error(`no such step on the way: ${type}`)
  return steps.slice(0, at + 1)
}

export const step = <Type extends (typeof steps)[number]['type']>(
  type: Type,
): Extract<(typeof steps)[number], { type: Type }> => {
  const found = steps.find(
    (one): one is Extract<(typeof steps)[number], { type: Type }> => one.type === type,
  )
  if (!found) throw new Error(`no such step on the way: ${type}`)
  return found
}

export const inDays = (days: number) => addDays(march1, days)
