/**
 * kill -9 while codes go out by text message: the clerk is told how many are not known to have gone, makes new ones for
 * exactly these people, and nobody ever holds two codes that open the door; no code, and no hash of one, stands beside a
 * place on the list at any time.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { idOf } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listedSurvey } from '../../../testing/listed-survey.ts'
import { testCounty, value, type TestCounty } from '../../../testing/test-county.ts'
import { readTasks } from '../../desk/read-tasks.ts'
import { remakeCodes } from './issue-codes.ts'
import { hashOfInvitation } from './keep-invitations.ts'
import { framesOf } from './read-frames.ts'

const script = join(import.meta.dirname, 'testing', 'send-in-child.ts')
const people = 60

type Message = Readonly<{ phone: string; code: string }>

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
}, 60_000)
afterAll(() => county[Symbol.asyncDispose]())

/** Takes messages until it is told to hold them back. */
async function gateway() {
  const taken: Message[] = []
  let onTaken: () => void = () => undefined
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const said: { phone: string; params: { code: string } } = JSON.parse(
        Buffer.concat(chunks).toString(),
      )
      taken.push({ phone: said.phone, code: said.params.code })
      onTaken()
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not on a port')
  return {
    url: `http://127.0.0.1:${address.port}/sms`,
    taken,
    whenTaken: (act: () => void) => (onTaken = act),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

it('a server killed while it sends loses no one: each who has no valid code is made one, and only they', async () => {
  const { world, database, folder, congress } = county
  const { by, survey, frame } = await listedSurvey(county, people)
  const row = async () => {
    const { rows } = value(await framesOf(world, by, frame))
    const [found] = rows
    if (!found) throw new Error('No list')
    return found
  }
  const valid = async () => {
    const { rows } = await database.owner.query<{ code_hash: string }>(
      'select code_hash from luoshi.survey_invitation where survey = $1',
      [survey],
    )
    return new Set(rows.map((one) => one.code_hash))
  }
  const hashOf = ({ code }: Message) => hashOfInvitation(idOf('survey', survey), code)

  await using first = await gateway()
  const { version } = await row()
  const told = [JSON.stringify(database.config), folder, world.now(), congress, frame]
  const child = spawn(process.execPath, [script, ...told, String(version), first.url], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  )
  // In the middle of the third group of eight: the gateway has taken it, nobody has confirmed it.
  first.whenTaken(() => void (first.taken.length >= 19 && child.kill('SIGKILL')))
  expect(await ended).toBe('SIGKILL')

  expect((await row()).unsent.isSending).toBe(true)
  const early = await remakeCodes(world, {
    by,
    frame,
    version: version + 1,
    way: 'message',
    origin: 'https://county.example',
    sms: null,
  })
  expect(early).toMatchObject({ ok: false, refusal: { code: 'frame-still-sending' } })
  // A minute later nobody is believed to be at it any more.
  await database.owner.query(
    `update luoshi.survey_sending set until = until - interval '1 minute' where frame = $1`,
    [frame],
  )
  const left = await row()
  expect(left.unsent.isSending).toBe(false)
  expect(left.may.remake).toBe(true)
  const open = await valid()
  expect(open.size).toBe(16)
  expect(left.unsent.n).toBe(people - open.size)
  expect(first.taken.filter((one) => open.has(hashOf(one)))).toHaveLength(open.size)

  // Wherever she is: it is among what waits for her.
  const waits = value(await readTasks(world, by)).rows.filter(({ kind }) => kind === 'survey')
  expect(waits).toMatchObject([{ id: survey, label: { zh: '44人的邀请短信没有发出' } }])

  await using second = await gateway()
  const sms = {
    url: second.url,
    token: null,
    template: 'A',
    codeTemplate: 'B',
    surveyTemplate: 'C',
  }
  const again = await remakeCodes(world, {
    by,
    frame,
    version: left.version,
    way: 'message',
    origin: 'https://county.example',
    sms,
  })
  expect(value(again)).toEqual({ rows: [], sent: people - open.size, unsent: 0 })
  const now = await valid()
  const holds = new Map<string, number>()
  for (const one of [...first.taken, ...second.taken])
    if (now.has(hashOf(one))) holds.set(one.phone, (holds.get(one.phone) ?? 0) + 1)
  expect(holds.size).toBe(people)
  expect([...holds.values()].every((n) => n === 1)).toBe(true)
  expect(await row()).toMatchObject({
    unsent: { n: 0, isSending: false },
    codes: [
      { n: people, anew: false },
      { n: people - open.size, anew: true },
    ],
    may: { remake: false },
  })
}, 60_000)
