/** What the clerk ticks off as papers come and go: notice, kick-off, duty report; and the day of the meeting. */
import type { CampaignStep } from '@luoshi/domain/appraisals/campaign-steps'
import { stepOnAppraisal } from '@luoshi/server/appraisals/appraisal-commands'
import { loadAppraisal } from '@luoshi/server/execute/load'
import { paces } from '../calendar.ts'
import { appraisalKeys, type AppraisalKey } from '../county.ts'
import { appraisalOf, dayOf, must, type Story } from '../story.ts'
import { ticked } from '../words/campaign.ts'

type Told = Parameters<typeof stepOnAppraisal>[1]['told']

/** Known from the records themselves in the appraisal that has them. */
const isRecorded = (key: AppraisalKey, step: CampaignStep) =>
  key === 'transport' && (step === 'meetingHeld' || step === 'opinionsApproved')

export function planCampaigns(story: Story): void {
  for (const key of appraisalKeys) {
    const pace = paces[key]
    const isHeard = pace.raise < 0
    for (const { step, from, days, number, note } of ticked) {
      if ((from !== 'open' && !isHeard) || isRecorded(key, step)) continue
      if (key === 'justice' && step !== 'partyApproved') continue
      const day = pace[from] + days
      const on = dayOf(story, day)
      const numbered = number.replace('〔年〕', `〔${on.slice(0, 4)}〕`)
      const told = {
        type: 'RecordCampaignStep',
        step,
        on,
        number: numbered,
        until: null,
        note,
      } as const
      story.plan(day, () => tell(story, key, told))
    }
    const meetingOn = isHeard ? pace.raise : 25
    if (key !== 'justice')
      story.plan(pace.open + 1, () =>
        tell(story, key, { type: 'FixMeetingDay', meetingOn: dayOf(story, meetingOn) }),
      )
  }
}

async function tell(story: Story, key: AppraisalKey, told: Told): Promise<void> {
  const { world, congress } = story
  const appraisal = appraisalOf(story, key)
  const { version } = await loadAppraisal(world.db, congress, appraisal)
  must(
    await stepOnAppraisal(world, { by: story.as('clerk'), appraisal, version, told }),
    `${told.type} ${key}`,
  )
}
