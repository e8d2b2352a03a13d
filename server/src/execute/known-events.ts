/**
 * Which stored events are whose. The log holds only what our rules wrote, so the type of an event says its shape; an
 * event of a type that this version does not know stops the reader instead of being skipped.
 */
import type { AppraisalEvent } from '@luoshi/domain/appraisals/appraisal'
import type { MatterEvent } from '@luoshi/domain/matters/events'
import type { OpinionEvent } from '@luoshi/domain/opinions/opinion'
import type { OfficialEvent, UnitEvent } from '@luoshi/domain/people/directory'
import type { ImportEvent } from '@luoshi/domain/imports/import'
import type { RawEvent } from './domain-event.ts'

type Named = Readonly<{ type: string }>
type All<Event extends Named> = Readonly<Record<Event['type'], true>>

const ofMatters: All<MatterEvent> = {
  MatterOpened: true,
  MatterRedrafted: true,
  MatterTookPart: true,
  MatterApproved: true,
  MatterHandedOver: true,
  MatterRecalled: true,
  ReceiptSigned: true,
  ReassignmentAsked: true,
  ReassignmentRefused: true,
  ReassignmentGranted: true,
  LeadershipMet: true,
  PlanSubmitted: true,
  PlanAccepted: true,
  PlanReturned: true,
  ProgressReported: true,
  ResultSubmitted: true,
  ResultReturned: true,
  MatterVerified: true,
  MatterJudged: true,
  MatterReopened: true,
  ClosureObjected: true,
  ObjectionAnswered: true,
  MatterClosed: true,
  LookedBack: true,
  MatterMerged: true,
  MatterExited: true,
  MatterCommitted: true,
  DueExtended: true,
  DueFollowedSession: true,
  ResponsibilityMoved: true,
  MatterChased: true,
  MatterEscalated: true,
}

const ofOpinions: All<OpinionEvent> = {
  OpinionRaised: true,
  OpinionExited: true,
  OpinionSplit: true,
}

const ofAppraisals: All<AppraisalEvent> = {
  AppraisalOpened: true,
  PhaseEntered: true,
  AppraisalArchived: true,
  CampaignStepDone: true,
  CampaignStepsWaived: true,
  AppraisalMeetingFixed: true,
  AppraisalPostponed: true,
  AppraisalSuspended: true,
  AppraisalResumed: true,
}

const ofUnits: All<UnitEvent> = { UnitRegistered: true, UnitHeadNamed: true, UnitMerged: true }
const ofImports: All<ImportEvent> = { DocumentReceived: true, ImportConfirmed: true }
const ofOfficials: All<OfficialEvent> = {
  OfficialRegistered: true,
  OfficialLeft: true,
  OfficialSucceeded: true,
  OfficialReappointed: true,
  OfficialLeaveBegun: true,
  OfficialLeaveEnded: true,
}

export const isMatterEvent = (raw: RawEvent): raw is RawEvent & MatterEvent =>
  Object.hasOwn(ofMatters, raw.type)

export const isOpinionEvent = (raw: RawEvent): raw is RawEvent & OpinionEvent =>
  Object.hasOwn(ofOpinions, raw.type)

export const isAppraisalEvent = (raw: RawEvent): raw is RawEvent & AppraisalEvent =>
  Object.hasOwn(ofAppraisals, raw.type)

export const isUnitEvent = (raw: RawEvent): raw is RawEvent & UnitEvent =>
  Object.hasOwn(ofUnits, raw.type)

export const isOfficialEvent = (raw: RawEvent): raw is RawEvent & OfficialEvent =>
  Object.hasOwn(ofOfficials, raw.type)

export const isImportEvent = (raw: RawEvent): raw is RawEvent & ImportEvent =>
  Object.hasOwn(ofImports, raw.type)
