/**
 * Letters that were lost before anybody used one: the browser died while it printed, or the file is gone. No code is kept
 * anywhere, so none can be shown again; all of them become void and each person drawn is made another, in one transaction.
 * Once a code was used this is refused, since nobody knows whose it was. So nobody loses his say, and nobody has two.
 * Source: issue 6 point 2 (one person one answer); ballot.md 6 (codes are kept as hashes only).
 */
import { accept } from '@luoshi/domain/kernel/result'
import { explainFrameRefusal } from '@luoshi/domain/surveys/frame-refusals'
import { explainSurveyRefusal } from '@luoshi/domain/surveys/survey-refusals'
import { appendWithin } from '@luoshi/ledger/log/append'
import type { PoolClient } from 'pg'
import { mayGive, oneMoment, todayOf, type World } from '../../execute/context.ts'
import { takeRecordStep } from '../../execute/record.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import { surveyKind } from '../survey-kind.ts'
import { frameKind } from './frame-kind.ts'
import { placesOf, ruled } from './frame-steps.ts'
import { readFrameLines } from './frame-table.ts'
import {
  inOneRun,
  listOf,
  madeFor,
  sceneOf,
  shownOf,
  type Asking,
  type Issued,
  type Scene,
} from './issue-codes.ts'
import { keepingInvitations, type MadeCode } from './keep-invitations.ts'

export async function replaceCodes(at: World, asked: Asking): Issued {
  const world = oneMoment(at)
  if (!mayGive(asked, 'IssueSurveyCodes')) return forbidden()
  const { by, key, frame, version } = asked
  const { state } = await frameKind.load(world.db, by.congress, frame)
  const first = state.status === 'none' ? undefined : state.codes[0]
  const scene = first && (await sceneOf(world, asked, first.channel))
  if (!scene) return notFound()
  const { state: survey } = await surveyKind.load(world.db, by.congress, scene.of.survey)
  if (survey.status !== 'draft' && survey.status !== 'open') {
    const refusal = { code: 'survey-wrong-status', status: survey.status } as const
    return refused(409, refusal.code, explainSurveyRefusal(refusal))
  }
  return inOneRun(world, scene, async () => {
    const lines = await readFrameLines(world.db, by.congress, frame)
    const people = (await placesOf(world, by, scene.of, lines)).flatMap((at) => lines[at] ?? [])
    const made = people.map((one) => madeFor(scene, one))
    const { done, areMade } = await replaceTogether(world, scene, { key, version, made })
    if (!done.ok) return done
    if (areMade) return accept({ rows: made.map(shownOf), sent: 0, unsent: 0 })
    // Asked once more under the same name: the new ones were shown to nobody.
    const refusal = { code: 'frame-codes-void' } as const
    return refused(409, refusal.code, explainFrameRefusal(refusal))
  })
}

type Replacing = Readonly<{ key: Asking['key']; version: number; made: readonly MadeCode[] }>

/** Codes and log in one transaction: whatever dies, either the old letters hold or the log says that they are void. */
function replaceTogether(world: World, scene: Scene, { key, version, made }: Replacing) {
  const { by, frame } = scene.asked
  const command = { type: 'ReplaceSurveyCodes', today: todayOf(world) } as const
  return world.db.transaction(by.congress, async (client) => {
    let areMade = false
    await client.query('savepoint as_they_were')
    const within: World = { ...world, append: (commit) => appendWithin(client, commit) }
    const done = await takeRecordStep(within, frameKind, {
      by,
      key,
      command: 'IssueSurveyCodes',
      id: frame,
      version,
      decide: async (known) => {
        const possible = ruled(known, { ...command, areUsed: false })
        if (!possible.ok) return possible
        const areUsed = await isOneUsed(client, scene)
        if (!areUsed) await makeAnew(client, scene, made)
        areMade = !areUsed
        return ruled(known, { ...command, areUsed })
      },
    })
    if (!done.ok) await client.query('rollback to savepoint as_they_were')
    return { done, areMade }
  })
}

async function isOneUsed(client: PoolClient, { asked, of }: Scene): Promise<boolean> {
  const values = [asked.by.congress, of.survey, of.population]
  // Whoever takes a token at this moment is waited for, or waits and then finds no code.
  await client.query({
    text: `select from luoshi.survey_invitation
      where congress = $1 and survey = $2 and population = $3 order by code_hash for update`,
    values,
  })
  const used = await client.query({
    text: `select from luoshi.survey_issuance s join luoshi.survey_invitation i
        on i.congress = s.congress and i.survey = s.survey and i.code_hash = s.voter
      where i.congress = $1 and i.survey = $2 and i.population = $3 limit 1`,
    values,
  })
  return used.rowCount !== 0
}

async function makeAnew(
  client: PoolClient,
  { asked, of, channel }: Scene,
  made: readonly MadeCode[],
): Promise<void> {
  const { congress, frame } = listOf(asked)
  await client.query({
    text: `delete from luoshi.survey_invitation
      where congress = $1 and survey = $2 and population = $3`,
    values: [congress, of.survey, of.population],
  })
  await client.query({
    text: 'delete from luoshi.survey_unsent where congress = $1 and frame = $2',
    values: [congress, frame],
  })
  const { text, values } = keepingInvitations(congress, of, channel.code, made)
  await client.query({ text, values: [...values] })
}
