/**
 * Who may give which command: one table, command × role × relation to the matter; everything not listed is denied.
 *
 * `any`: on every matter of the congress. `own`: only on matters their unit answers for. The clerk keeps the records of
 * what bodies decided; she decides nothing herself: approvals and counts carry the body, the session and the figures.
 * The official signs plan and result in person; unit staff prepare. Those who answer never verify or judge.
 * Source: domain.md §4 (roles and rights; “close an item alone” is denied), seed map S05; 监督法 art. 8.
 */
import type { MatterCommandType } from '../matters/commands.ts'
import type { AccountId, UnitId } from '../kernel/ids.ts'
import { inPersonCommands } from './delegation.ts'
import type { OtherCommandType } from './other-commands.ts'
import type { Role } from './roles.ts'

export type CommandType = MatterCommandType | OtherCommandType

export type Relation = 'any' | 'own'

type Grants = Partial<Readonly<Record<Role, Relation>>>

const clerk: Grants = { clerk: 'any' }
const unit: Grants = { official: 'own', unitStaff: 'own' }
const inPerson: Grants = { official: 'own' }
/** Whose duties can be done by a deputy at all: `delegation.ts`. */
const delegator: Grants = { clerk: 'any', team: 'any', official: 'own', unitStaff: 'own' }

export const rights: Readonly<Record<CommandType, Grants>> = {
  OpenMatter: clerk,
  TakePart: clerk,
  RedraftMatter: clerk,
  ApproveMatter: { clerk: 'any', chairs: 'any' },
  HandOverMatter: clerk,
  RecallMatter: clerk,
  SignReceipt: unit,
  AskReassignment: unit,
  GrantReassignment: clerk,
  ReissueMatter: clerk,
  RefuseReassignment: clerk,
  RecordMeeting: unit,
  SubmitPlan: inPerson,
  AcceptPlan: { clerk: 'any', team: 'any' },
  ReturnPlan: { clerk: 'any', team: 'any' },
  ReportProgress: unit,
  SubmitResult: inPerson,
  ReturnResult: { clerk: 'any', team: 'any' },
  VerifyMatter: { team: 'any' },
  JudgeMatter: clerk,
  JudgeByBallot: clerk,
  ObjectToClosure: clerk,
  AnswerObjection: clerk,
  CloseMatter: { clerk: 'any', chairs: 'any' },
  LookBackAtMatter: { team: 'any' },
  MergeMatter: clerk,
  ExitMatter: clerk,
  CommitMatter: clerk,
  ExtendDue: clerk,
  MoveResponsibility: clerk,
  ChaseMatter: { clerk: 'any', chairs: 'any' },
  EscalateMatter: { clerk: 'any', chairs: 'any' },
  RaiseOpinion: clerk,
  ExitOpinion: clerk,
  SplitOpinion: clerk,
  ImportDocument: clerk,
  ConfirmImport: clerk,
  OpenAppraisal: clerk,
  EnterPhase: clerk,
  ArchiveAppraisal: clerk,
  RecordCampaignStep: clerk,
  WaiveCampaignSteps: clerk,
  FixMeetingDay: clerk,
  PostponeAppraisal: clerk,
  SuspendAppraisal: clerk,
  ResumeAppraisal: clerk,
  DraftRuleBook: clerk,
  NameRuleBook: clerk,
  ChangeSetting: clerk,
  AdoptRuleBook: clerk,
  WithdrawRuleBook: clerk,
  DropRuleBook: clerk,
  DraftYearPlan: clerk,
  PlanSubjects: clerk,
  WithdrawSubject: clerk,
  RecordPartyConsent: clerk,
  AdoptYearPlan: clerk,
  PublishYearPlan: clerk,
  OpenDrawing: clerk,
  SealLot: { clerk: 'any', chairs: 'any', member: 'any', deputy: 'any' },
  OpenLot: { clerk: 'any', chairs: 'any', member: 'any', deputy: 'any' },
  DecideDrawing: clerk,
  OpenSelfCheck: clerk,
  FillSelfCheck: unit,
  SubmitSelfCheck: inPerson,
  ReturnSelfCheck: clerk,
  TakeOverGap: clerk,
  VerifySelfFix: { team: 'any' },
  PublishHolidays: clerk,
  SetSelfCheckFramework: clerk,
  SetPaperTemplate: clerk,
  KeepLayout: clerk,
  BringLedgerBack: { clerk: 'any', ...unit },
  PlanInquiry: { clerk: 'any', team: 'any' },
  ReadInquiries: { clerk: 'any', team: 'any' },
  RecordInquiry: { clerk: 'any', team: 'any' },
  ReadSource: { clerk: 'any', team: 'any' },
  NoteAccusation: { clerk: 'any', team: 'any' },
  HandleAccusation: clerk,
  DraftInquiryReport: { clerk: 'any', team: 'any' },
  ReadInquiryReport: { clerk: 'any', chairs: 'any', member: 'any', team: 'any' },
  SignInquiryReport: { team: 'any' },
  RecordPaperSignature: clerk,
  SubmitInquiryReport: clerk,
  RegisterUnit: clerk,
  MergeUnits: clerk,
  RegisterOfficial: clerk,
  TransferOfficial: clerk,
  OpenTerm: clerk,
  ChangeTerm: clerk,
  PlanSession: clerk,
  MoveSession: clerk,
  HoldSession: clerk,
  CancelSession: clerk,
  RegisterPerson: clerk,
  AmendPerson: clerk,
  LinkPerson: clerk,
  BeginLeave: clerk,
  EndLeave: clerk,
  LetPersonGo: clerk,
  ImportRoster: clerk,
  NameUnitHead: clerk,
  NameSuccessor: clerk,
  ReappointOfficial: clerk,
  SignHandover: { clerk: 'any', chairs: 'any', member: 'any', official: 'own' },
  RecordRecusal: clerk,
  LiftRecusal: clerk,
  ConveneMeeting: clerk,
  BeginMeeting: clerk,
  ChangeAttendance: clerk,
  CloseMeeting: clerk,
  AdjournMeeting: clerk,
  TakeSpeech: { clerk: 'any', team: 'any' },
  AmendSpeech: { clerk: 'any', team: 'any' },
  TurnSpeech: clerk,
  HearPoint: clerk,
  OpenBallot: clerk,
  EnterBallot: { clerk: 'any', team: 'any' },
  AnnounceBallot: clerk,
  VoidBallot: clerk,
  DecideSurplus: clerk,
  DraftSurvey: clerk,
  SetSurveyQuestions: clerk,
  SetSurveyMatters: clerk,
  SetSurveyReach: clerk,
  StartSurvey: clerk,
  AddSurveyChannel: clerk,
  ShutSurveyChannel: clerk,
  CloseSurvey: clerk,
  PublishSurvey: clerk,
  DropSurvey: clerk,
  OpenSurveyTexts: clerk,
  EnterIndicator: { clerk: 'any', team: 'any' },
  ReadIndicator: { clerk: 'any', team: 'any' },
  PrepareCast: clerk,
  RegisterCountLock: { clerk: 'any', team: 'any' },
  RegisterTellerKey: { clerk: 'any', team: 'any' },
  NameSecondIssuer: { clerk: 'any', team: 'any' },
  FreezeManifest: clerk,
  MakeSlips: clerk,
  OpenIssuing: clerk,
  TakePaper: { clerk: 'any', team: 'any' },
  TakePaperBack: { clerk: 'any', team: 'any' },
  SurrenderToken: { clerk: 'any', team: 'any' },
  OpenVoting: clerk,
  SealBallot: clerk,
  EnterCountKey: { clerk: 'any', team: 'any' },
  CountPaper: { clerk: 'any', team: 'any' },
  StatePaper: { clerk: 'any', team: 'any' },
  SettleCount: clerk,
  TakeSurveyFrame: clerk,
  SealSurveyDraw: clerk,
  CallSurveyNumber: { chairs: 'any', member: 'any', team: 'any', deputy: 'any' },
  DrawSurveySample: clerk,
  IssueSurveyCodes: clerk,
  EraseSurveyFrame: clerk,
  NoteSurveyReach: { clerk: 'any', team: 'any' },
  EnterSurveyAnswer: { clerk: 'any', team: 'any' },
  BeginPaperBatch: { clerk: 'any', team: 'any' },
  TypePaperForm: { clerk: 'any', team: 'any' },
  SettlePaperBatch: { clerk: 'any', team: 'any' },
  OpenCall: clerk,
  CloseCall: clerk,
  ReadVoices: clerk,
  TakeOverVoice: clerk,
  ReplyToVoice: clerk,
  SealVoice: clerk,
  EraseSealed: clerk,
  IssueNotice: { clerk: 'any', chairs: 'any' },
  SignNotice: unit,
  AnswerNotice: unit,
  WithdrawNotice: clerk,
  DecideConsequence: { clerk: 'any', chairs: 'any' },
  AnswerConsequence: { clerk: 'any', ...unit },
  RateConsequenceAnswer: clerk,
  OrderSecondAnswer: clerk,
  HearDefence: clerk,
  FileDefence: inPerson,
  AnswerDefence: clerk,
  CountRemovalVote: clerk,
  ConcludeConsequence: clerk,
  LiftConsequence: clerk,
  DraftBriefing: clerk,
  IssueBriefing: { clerk: 'any', chairs: 'any' },
  WithdrawBriefing: clerk,
  DraftLetter: clerk,
  ReviseLetter: clerk,
  ApproveLetter: { clerk: 'any', chairs: 'any' },
  ReturnLetter: { clerk: 'any', chairs: 'any' },
  IssueLetter: clerk,
  HandOverLetter: clerk,
  SignLetter: unit,
  WithdrawLetter: clerk,
  SaveReport: unit,
  SendReport: unit,
  CommentOnReport: { clerk: 'any', team: 'any' },
  SignReport: inPerson,
  SealSample: clerk,
  CallSampleWord: { chairs: 'any', member: 'any', team: 'any', deputy: 'any' },
  DrawSample: clerk,
  VoidSample: clerk,
  AssignSampleTask: clerk,
  RecordSampleTask: { team: 'any' },
  EraseWords: { admin: 'any' },
  DecideQuarantine: { admin: 'any' },
  ApproveErasure: { securityAdmin: 'any' },
  ApproveRelease: { securityAdmin: 'any' },
  ApproveAdministrator: { admin: 'any', securityAdmin: 'any' },
  InviteAccount: { admin: 'any' },
  SuspendAccount: { securityAdmin: 'any' },
  UnlockAccount: { securityAdmin: 'any' },
  GrantRoles: { securityAdmin: 'any' },
  RevokeSession: { securityAdmin: 'any' },
  SetSignInRules: { securityAdmin: 'any' },
  ReadAudit: { auditAdmin: 'any' },
  DelegateRole: delegator,
  EndDelegation: { ...delegator, securityAdmin: 'any' },
  RetryMessage: { admin: 'any' },
  ExportProof: { clerk: 'any', chairs: 'any', member: 'any', team: 'any', admin: 'any' },
}

export function isCommandType(raw: string): raw is CommandType {
  return Object.hasOwn(rights, raw)
}

/**
 * Who gives a command: the roles they hold and the unit they belong to, if any. Of a deputy, roles and unit are those
 * he was lent, and `actingFor` says by whom (`delegation.ts`).
 */
export type Actor = Readonly<{
  roles: readonly Role[]
  unit: UnitId | null
  actingFor?: Readonly<{ account: AccountId }> | null
}>

/** Of the committee's side: who is recused from an appraisal acts for it in none of these roles (domain.md §4). */
const laidDownByRecusal: readonly Role[] = ['clerk', 'chairs', 'member', 'team', 'deputy']

/**
 * Whether an actor may give a command on a thing a unit answers for (`null`: nobody yet).
 * `recused`: from the appraisal the thing belongs to; see recusal.ts.
 */
export function may(
  actor: Actor,
  command: CommandType,
  answeringUnit: UnitId | null,
  recused = false,
): boolean {
  if (actor.actingFor && inPersonCommands.has(command)) return false
  return actor.roles.some((role) => {
    const relation = rights[command][role]
    if (relation === undefined) return false
    if (recused && laidDownByRecusal.includes(role)) return false
    return relation === 'any' || (actor.unit !== null && actor.unit === answeringUnit)
  })
}
