/** One well-formed command of every step: for tests about who may, not about what follows. */
import { day } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { MatterStep } from '../src/contract/matter-steps.ts'
import type { StepCommand } from '../src/matters/step-command.ts'
import { approval } from './test-county.ts'

const seat = { unit: idOf('unit', 'unit_sample'), official: idOf('official', 'official_sample') }
const on = day('2026-03-01')
const votes = { satisfied: 20, basically: 5, dissatisfied: 2, abstain: 1 }

type Sample = { [Step in MatterStep]: Extract<StepCommand, { type: Step }> }

export const sampleCommands: Readonly<Sample> = {
  RedraftMatter: { type: 'RedraftMatter', title: '标题', unit: null },
  ApproveMatter: { type: 'ApproveMatter', approval },
  HandOverMatter: { type: 'HandOverMatter', ...seat, letter: '1号' },
  SignReceipt: { type: 'SignReceipt', signer: '办公室' },
  AskReassignment: { type: 'AskReassignment', reason: '不属本单位职责' },
  GrantReassignment: { type: 'GrantReassignment', ...seat, reason: '同意' },
  RefuseReassignment: { type: 'RefuseReassignment', reason: '属本单位职责' },
  RecordMeeting: { type: 'RecordMeeting', heldOn: on, attended: ['某某'], resolved: '整改' },
  SubmitPlan: { type: 'SubmitPlan', plan: {}, signedBy: '某某' },
  AcceptPlan: { type: 'AcceptPlan', comments: '' },
  ReturnPlan: { type: 'ReturnPlan', comments: '请补充' },
  ReportProgress: { type: 'ReportProgress', text: '已开工', evidence: [] },
  SubmitResult: {
    type: 'SubmitResult',
    answer: '已完成',
    resultClass: 'A',
    evidence: [],
    signedBy: '某某',
  },
  ReturnResult: { type: 'ReturnResult', comments: '请补充' },
  VerifyMatter: {
    type: 'VerifyMatter',
    heldOn: on,
    place: '现场',
    findings: '属实',
    outcome: 'confirmed',
    verifiers: ['某某'],
    raiserView: 'notAsked',
    evidence: [],
  },
  JudgeMatter: {
    type: 'JudgeMatter',
    session: '第30次会议',
    attendance: { members: 33, present: 28, issued: 28, returned: 28 },
    votes: { measures: votes, timeliness: votes, quality: votes },
    reasons: '继续整改',
  },
  ObjectToClosure: { type: 'ObjectToClosure', text: '路灯又不亮了', from: '居民' },
  AnswerObjection: { type: 'AnswerObjection', objection: 0, answer: '已再次修复' },
  CloseMatter: { type: 'CloseMatter', approval },
  LookBackAtMatter: { type: 'LookBackAtMatter', outcome: 'held', findings: '未反弹' },
  MergeMatter: {
    type: 'MergeMatter',
    into: idOf('matter', 'matter_sample'),
    reason: '同类',
    approval,
  },
  ExitMatter: { type: 'ExitMatter', exit: 'diverted', reason: '转有关机关', approval },
  CommitMatter: { type: 'CommitMatter', until: day('2027-06-30'), stages: '分期', approval },
  ExtendDue: { type: 'ExtendDue', due: day('2026-12-31'), reason: '汛期', approval },
  MoveResponsibility: {
    type: 'MoveResponsibility',
    ...seat,
    cause: 'unitMerged',
    reason: '机构改革',
  },
  ChaseMatter: { type: 'ChaseMatter', level: 'reminder', text: '请抓紧' },
  EscalateMatter: { type: 'EscalateMatter', measure: 'talk', reason: '逾期', approval },
}
