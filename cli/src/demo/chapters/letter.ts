/**
 * The opinion letter: drafted from what is on record, approved, issued, handed over, signed for; one item goes out again
 * to the right unit. Then the report of the unit, answered item by item, commented on and signed in person.
 */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { letterKind } from '@luoshi/server/letters/letter-kind'
import {
  approveLetter,
  draftLetter,
  handOverLetter,
  issueLetter,
  signLetter,
} from '@luoshi/server/letters/letter-steps'
import { proposeDraft } from '@luoshi/server/letters/propose-draft'
import { reportKind } from '@luoshi/server/letters/report-kind'
import {
  commentOnReport,
  mattersToAnswer,
  saveReport,
  sendReport,
  signReport,
} from '@luoshi/server/letters/report-steps'
import { paces } from '../calendar.ts'
import { appraisalOf, decided, known, must, type Story } from '../story.ts'
import {
  accounted,
  approvedWith,
  comments,
  overall,
  requests,
  suggestions,
} from '../words/letter.ts'

export function planLetter(story: Story): void {
  const { approve, handOver, sign, submit } = paces.transport
  const { world } = story
  const by = story.as('clerk')
  story.plan(approve - 3, async () => {
    const letter = await draft(story)
    const now = async () => {
      const { version } = await letterKind.load(world.db, story.congress, letter)
      return { by, letter, version }
    }
    story.plan(approve, async () => {
      const approval = decided(story, approve, '第41次主任会议')
      const minutes = '清人常纪要第41期'
      const told = { approval, minutes, changes: approvedWith }
      must(await approveLetter(world, { ...(await now()), ...told }), 'approveLetter')
    })
    story.plan(approve + 2, async () => {
      must(await issueLetter(world, { ...(await now()), prefix: '清常评意' }), 'issueLetter')
    })
    story.plan(handOver, async () => {
      const told = { how: 'meeting', place: '县人大常委会评议意见交办会' } as const
      must(await handOverLetter(world, { ...(await now()), ...told }), 'handOverLetter')
    })
    story.plan(sign, async () => {
      const signed = { ...(await now()), by: story.as('transport'), signer: '宁海川' }
      must(await signLetter(world, signed), 'signLetter')
    })
  })
  story.plan(sign + 4, () => signReissued(story))
  planReport(story, submit)
}

async function draft(story: Story): Promise<Id<'letter'>> {
  const { world } = story
  const appraisal = appraisalOf(story, 'transport')
  const asked = { by: story.as('clerk'), appraisal, replaces: null }
  const { content, matters } = must(await proposeDraft(world, asked), 'proposeDraft')
  const titles = new Map(matters.map(({ id, title }) => [id, title]))
  const items = content.items.map((item) => {
    return { ...item, request: requests[titles.get(item.matter) ?? ''] ?? '' }
  })
  const written = { ...content, overall, suggestions, items }
  return must(await draftLetter(world, { ...asked, content: written }), 'draftLetter').id
}

/** The notice that sends one item on is a letter of its own, and is signed for by the unit it goes to. */
async function signReissued(story: Story): Promise<void> {
  const { world, congress } = story
  const [row] = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'letter'
      and appraisal = $2 and status = 'delivered' and to_seq is null`,
    values: [congress, appraisalOf(story, 'transport')],
  })
  const letter = idOf('letter', known(row, 're-issued letter').id)
  const { version } = await letterKind.load(world.db, congress, letter)
  const signed = { by: story.as('housing'), letter, version, signer: '何志远' }
  must(await signLetter(world, signed), 'sign the re-issued letter')
}

function planReport(story: Story, submit: number): void {
  const { world } = story
  story.plan(submit + 1, async () => {
    const report = await reportOwed(story)
    const now = async (login: string) => {
      const { version } = await reportKind.load(world.db, story.congress, report)
      return { by: story.as(login), report, version }
    }
    const items = await accountsOf(story, report)
    must(await saveReport(world, { ...(await now('transportstaff')), items }), 'saveReport')
    must(await sendReport(world, await now('transport')), 'sendReport')
    story.plan(submit + 4, async () => {
      must(await commentOnReport(world, { ...(await now('clerk')), text: comments }), 'comment')
    })
    story.plan(submit + 7, async () => {
      must(await signReport(world, { ...(await now('transport')), signer: '宁海川' }), 'signReport')
    })
  })
}

async function reportOwed(story: Story): Promise<Id<'report'>> {
  const { world, congress } = story
  const [row] = await world.db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'report'
      and appraisal = $2 and unit = $3 and to_seq is null`,
    values: [congress, appraisalOf(story, 'transport'), story.unit('transport')],
  })
  return idOf('report', known(row, 'report').id)
}

async function accountsOf(story: Story, id: Id<'report'>) {
  const { world, congress } = story
  const { state } = await reportKind.load(world.db, congress, id)
  if (state.status === 'none') return []
  const wanted = await mattersToAnswer(world, story.as('transport'), state)
  return wanted.map(({ id: matter, title }) => {
    return { matter, ...known(accounted[title], `account of ${title}`), files: [] }
  })
}
