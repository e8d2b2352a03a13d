/**
 * kill -9 between sending and marking: the message that was in hand is sent once more after its two minutes, the others
 * once. One doubled at the most, none lost.
 */
import { spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { instant } from '@luoshi/domain/kernel/day'
import { expect, it } from 'vitest'
import { testCounty, value } from '../../testing/test-county.ts'
import { noChannels } from './channel-settings.ts'
import { deliver } from './deliver.ts'
import { followLedger } from './follow-ledger.ts'
import { gatherDigests } from './gather-digests.ts'
import { keepTaste } from './my-channels.ts'
import { putAccount } from './testing/put-account.ts'
import { putContact } from './testing/put-contact.ts'

const script = join(import.meta.dirname, 'testing', 'deliver-in-child.ts')

it('a sender killed between sending and marking doubles the one message in its hand and loses none', async () => {
  await using county = await testCounty()
  const { database, congress, roads, world } = county
  const taken: string[] = []
  let onTaken: () => void = () => undefined
  const server = createServer((request, response) => {
    taken.push(request.url ?? '')
    onTaken()
    response.end('{"errcode":0}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not on a port')
  const origin = `http://127.0.0.1:${address.port}`
  const settings = { ...noChannels, webhookOrigins: [origin] }
  for (const role of ['official', 'unitStaff'] as const) {
    const account = await putAccount(database.owner, congress, role, roads.unit)
    const by = { ...county.as(role, roads.unit), account }
    await putContact(county, by, 'wecom', { address: `${origin}/${role}`, secret: null })
    const taste = { channel: 'wecom', cap: 2, digestAt: 0, quietFrom: 0, quietUntil: 0 } as const
    value(await keepTaste(world, settings, by, taste))
  }
  await followLedger(world, congress)
  await county.handOver('城南路口积水', roads)
  await followLedger(world, congress)
  expect(await gatherDigests(world, congress)).toBe(2)

  const now = world.now()
  const told = [JSON.stringify(database.config), congress, origin, now, county.folder]
  const child = spawn(process.execPath, [script, ...told], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  )
  // The bot has the message, the sender has no answer yet: nothing can have been marked.
  onTaken = () => void child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  onTaken = () => undefined
  expect(taken).toHaveLength(1)

  const at = (minutes: number) =>
    instant(new Date(Date.parse(now) + minutes * 60_000).toISOString())
  const rest = { settings, congressName: '测试县人大常委会', link: 'https://luoshi.example' }
  const send = (minutes: number) =>
    deliver({ world: { ...world, now: () => at(minutes) }, ...rest }, congress)
  // Within the two minutes the message in hand is left alone: its sender might still be at it.
  expect(await send(1)).toEqual({ sent: 1, failed: 0 })
  expect(await send(3)).toEqual({ sent: 1, failed: 0 })
  expect(await send(9)).toEqual({ sent: 0, failed: 0 })
  const [doubled = ''] = taken
  expect(taken.toSorted()).toEqual([doubled, '/official', '/unitStaff'].toSorted())
  server.closeAllConnections()
  await new Promise<void>((resolve) => server.close(() => resolve()))
}, 60_000)
