/** Self-checks: asked, filled question by question, signed in person; early fixes looked at, open gaps taken over. */
import { questionsOf, seedFramework } from '@luoshi/domain/appraisals/self-check-framework'
import { selfCheckKind } from '@luoshi/server/appraisals/campaign-records'
import {
  openSelfCheck,
  selfCheckOf,
  stepOnSelfCheck,
  takeOverGap,
} from '@luoshi/server/appraisals/self-check-commands'
import type { SelfCheckTold } from '@luoshi/server/contract/self-checks'
import { paces } from '../calendar.ts'
import { appraisalKeys, officials, subjects, type AppraisalKey } from '../county.ts'
import { appraisalOf, dayOf, known, must, type Story } from '../story.ts'
import { filled, returnedBecause, type Filled } from '../words/self-checks.ts'

export function planSelfChecks(story: Story): void {
  for (const key of appraisalKeys) {
    const told = filled[key]
    if (!told) continue
    const { open } = paces[key]
    story.plan(open + 3, () => ask(story, key, open))
    story.plan(open + 5, () => fill(story, key, told, open))
    if (key === 'market') continue
    const signedBy = officials[subjects[key]].name
    story.plan(open + 6, () => tell(story, key, key, { type: 'SubmitSelfCheck', signedBy }))
    if (key === 'health') {
      const comments = returnedBecause
      story.plan(open + 9, () => tell(story, key, 'clerk', { type: 'ReturnSelfCheck', comments }))
      continue
    }
    story.plan(open + 6, () => takeOver(story, key, told))
    story.plan(open + 13, () => lookAtFixes(story, key))
  }
}

async function ask(story: Story, key: AppraisalKey, opened: number): Promise<void> {
  const asked = {
    by: story.as('clerk'),
    appraisal: appraisalOf(story, key),
    framework: seedFramework,
    due: dayOf(story, opened + 17),
  }
  must(await openSelfCheck(story.world, asked), `openSelfCheck ${key}`)
}

async function checkOf({ world, congress, appraisals }: Story, key: AppraisalKey) {
  const id = selfCheckOf(known(appraisals.get(key), key))
  return { id, ...(await selfCheckKind.load(world.db, congress, id)) }
}

async function tell(
  story: Story,
  key: AppraisalKey,
  login: string,
  told: SelfCheckTold,
): Promise<void> {
  const { id, version } = await checkOf(story, key)
  const asked = { by: story.as(login), id, version, told }
  must(await stepOnSelfCheck(story.world, asked), `${told.type} ${key}`)
}

/** One who has only begun has answered the first half of the questions. */
async function fill(story: Story, key: AppraisalKey, told: Filled, opened: number): Promise<void> {
  for (const { question, finding, cause, remedy, isFixed } of told.found) {
    const fixedOn = isFixed ? dayOf(story, opened + 4) : null
    const evidence = isFixed ? story.evidence.slice(1) : []
    const gap = { question, finding, cause, remedy, fixedOn, evidence: [...evidence] }
    await tell(story, key, key, { type: 'NameGap', ...gap })
  }
  for (const text of told.achievements)
    await tell(story, key, key, { type: 'NameAchievement', text, evidence: [] })
  const named = new Set(told.found.map(({ question }) => question))
  const all = questionsOf(seedFramework)
  const reached = key === 'market' ? all.slice(0, 6) : all
  for (const { key: question, text } of reached)
    if (!named.has(question)) {
      const basis = `对照“${text.replace(/[？?]$/, '')}”查阅了全年台账和案卷，未发现问题。`
      await tell(story, key, key, { type: 'StateNothingFound', stated: [{ question, basis }] })
    }
}

async function takeOver(story: Story, key: AppraisalKey, told: Filled): Promise<void> {
  for (const { finding, title } of told.found) {
    if (title === null) continue
    const { id, state, version } = await checkOf(story, key)
    const gaps = state.status === 'none' ? [] : state.gaps
    const gap = known(
      gaps.find((one) => one.finding === finding),
      `gap ${finding}`,
    )
    const asked = { by: story.as('clerk'), id, version, gap: gap.gap, title }
    must(await takeOverGap(story.world, asked), `takeOverGap ${title}`)
  }
}

async function lookAtFixes(story: Story, key: AppraisalKey): Promise<void> {
  const { state } = await checkOf(story, key)
  const gaps = state.status === 'none' ? [] : state.gaps
  for (const { gap, fixedOn } of gaps) {
    if (fixedOn === null) continue
    const findings = '调查组到现场查看并走访群众，整改情况属实。'
    await tell(story, key, 'team', { type: 'VerifySelfFix', gap, outcome: 'confirmed', findings })
  }
}
