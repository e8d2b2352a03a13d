/** The steps of a campaign that are ticked off from papers, days after the appraisal was opened or before its meeting. */
import type { CampaignStep } from '@luoshi/domain/appraisals/campaign-steps'

type Ticked = Readonly<{
  step: CampaignStep
  from: 'open' | 'raise' | 'approve' | 'handOver'
  days: number
  number: string
  note: string
}>

/** `〔年〕` is the year it was done in. */
export const ticked: readonly Ticked[] = [
  { step: 'partyApproved', from: 'open', days: 0, number: '清委批〔年〕31号', note: '' },
  {
    step: 'noticeServed',
    from: 'open',
    days: 1,
    number: '清人常办〔年〕12号',
    note: '送达单位办公室，本人签收。',
  },
  { step: 'kickOff', from: 'open', days: 2, number: '', note: '召开评议工作动员会。' },
  {
    step: 'dutyReportDraft',
    from: 'raise',
    days: -21,
    number: '',
    note: '述职报告征求意见稿收讫。',
  },
  { step: 'dutyReportFinal', from: 'raise', days: -11, number: '', note: '述职报告正式稿收讫。' },
  { step: 'dutyReportToMembers', from: 'raise', days: -8, number: '', note: '' },
  { step: 'meetingHeld', from: 'raise', days: 0, number: '', note: '' },
  { step: 'opinionsApproved', from: 'approve', days: 0, number: '', note: '' },
]
