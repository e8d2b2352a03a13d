/** A matter taken as far as a verdict needs it: handed over, planned, reported and verified on the spot. */
import { handIn } from '../src/evidence/arriving/hand-in.ts'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { addDays } from '@luoshi/domain/kernel/day'
import type { Seat, TestCounty } from './test-county.ts'

const person = { name: '何志远', post: '副局长' }

export async function verifiedMatter(
  county: TestCounty,
  title: string,
  seat: Seat,
): Promise<MatterId> {
  const matter = await county.handOver(title, seat)
  await verifyAgain(county, matter, seat, true)
  return matter
}

/** The steps of one round, from receipt (or a new plan) to the verification. */
export async function verifyAgain(
  county: TestCounty,
  matter: MatterId,
  { unit }: Seat,
  isFirst = false,
): Promise<void> {
  const { clock, step, as, world } = county
  const [staff, official, team] = [as('unitStaff', unit), as('official', unit), as('team')]
  const today = clock.today()
  const { sha256, size } = await handIn(
    world,
    county.congress,
    new TextEncoder().encode(`佐证 ${matter}`),
  )
  const evidence = [{ sha256, size, name: '验收单.txt', mediaType: 'text/plain' }]
  if (isFirst) await step(staff, matter, { type: 'SignReceipt', signer: '办公室' })
  await step(staff, matter, {
    type: 'RecordMeeting',
    heldOn: today,
    attended: ['局长'],
    resolved: '逐条研究。',
  })
  const plan = {
    analysis: '维护责任不清。',
    task: '修好并落实维护单位。',
    measures: ['排查', '更换'],
    dueOn: addDays(today, 10),
    oversees: person,
    leads: person,
    does: person,
  }
  await step(official, matter, { type: 'SubmitPlan', plan, signedBy: '局长' })
  await step(team, matter, { type: 'AcceptPlan', comments: '同意。' })
  await step(official, matter, {
    type: 'SubmitResult',
    answer: '已经修好。',
    resultClass: 'A',
    evidence,
    signedBy: '局长',
  })
  await step(team, matter, {
    type: 'VerifyMatter',
    heldOn: today,
    place: '现场',
    findings: '属实。',
    outcome: 'confirmed',
    verifiers: ['秦岚'],
    raiserView: 'satisfied',
    evidence: [],
  })
}
