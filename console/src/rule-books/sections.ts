/** The settings in the order of a campaign, as the page of a book shows them. */
import type { SettingKey } from '@luoshi/domain/rule-books/rule-book'

export const sectionKeys = ['subjects', 'before', 'ballot', 'limits', 'rectified', 'after'] as const

export type SectionKey = (typeof sectionKeys)[number]

export const sections: Readonly<Record<SectionKey, readonly SettingKey[]>> = {
  subjects: ['activityName', 'subjectKinds', 'selecting'],
  before: ['surveySmallest', 'noticeLead', 'draftLead', 'reportLead', 'membersLead'],
  ballot: ['officialBallot', 'voters', 'publication', 'resultCopies', 'letterPrefix'],
  limits: [
    'opinionDraftDue',
    'handOverDue',
    'meetingDue',
    'misassignWindow',
    'defenceWindow',
    'planDue',
    'reportDue',
    'redoDue',
    'rollOver',
    'extension',
    'remindDays',
    'silenceDays',
  ],
  rectified: ['rectificationJudged', 'axes', 'basicTreatment', 'resultClasses'],
  after: [
    'warningRounds',
    'consequences',
    'publicityDays',
    'lookBackAfter',
    'matterApprovers',
    'exitApprovers',
    'closureApprovers',
    'escalationApprovers',
  ],
}
