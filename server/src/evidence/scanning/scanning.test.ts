import { spawn } from 'node:child_process'
import { accessSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, testSite, type TestSite } from '../../../testing/test-site.ts'
import { putEvidence } from '../../contract/evidence.ts'
import { listImports } from '../../contract/imports.ts'
import { problem } from '../../contract/problem.ts'
import { discardHeld, listQuarantine, releaseHeld } from '../../contract/quarantine.ts'
import { clamdScanner, type Scanner } from './clamd.ts'
import { readClamdPlace } from './clamd-settings.ts'
import { scanDue } from './keep-scanning.ts'

/** Harmless, and made to be found: EICAR's test string, in two parts so that this file is not found itself. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

type FakeClamd = AsyncDisposable & { port: number; signatures: number; bad: string; up: boolean }

/** Speaks clamd's protocol: real sockets, real chunks; what is bad, the test says. */
async function fakeClamd(): Promise<FakeClamd> {
  const state = { signatures: 1, bad: 'EICAR', up: true }
  const server: Server = createServer((socket) => void serve(socket, state))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return Object.assign(state, {
    port,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}

async function serve(socket: Socket, state: { signatures: number; bad: string; up: boolean }) {
  socket.on('error', () => undefined)
  if (!state.up) return void socket.destroy()
  let heard = Buffer.alloc(0)
  for await (const part of socket) {
    heard = Buffer.concat([heard, Buffer.from(part)])
    if (heard.includes('zVERSION\0')) {
      socket.end(`ClamAV 1.4.3/${state.signatures}/Fri\0`)
      return
    }
    const content = contentIn(heard)
    if (content === null) continue
    const found = content.includes(state.bad)
    socket.end(found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    return
  }
}

/** Null until the empty chunk has come. */
function contentIn(heard: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = 'zINSTREAM\0'.length
  while (at + 4 <= heard.length) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(parts)
    parts.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}

const scan = (scanner: Scanner, text: string) => scanner.scan(Readable.from([Buffer.from(text)]))

let clamd: FakeClamd
let site: TestSite
beforeAll(async () => {
  clamd = await fakeClamd()
  site = await testSite({
    scanner: clamdScanner({ by: 'tcp', host: '127.0.0.1', port: clamd.port }),
  })
}, 120_000)
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await clamd[Symbol.asyncDispose]()
})

describe('with a virus scanner', () => {
  const hand = async (text: string) => {
    const staff = await site.as('unitStaff', site.county.roads.unit)
    const bytes = new TextEncoder().encode(text)
    return staff.send('PUT', '/api/v1/evidence', bytes, { 'x-file-name': 'a.txt' })
  }
  const read = async (sha256: string) =>
    (await (await site.as('clerk')).get(`/api/v1/evidence/${sha256}`)).status

  it('a clean file is read, and a bad one is held until an administrator has decided', async () => {
    const clean = await answered(putEvidence, await hand('测压记录'))
    expect(await read(clean.sha256)).toBe(200)

    const refused = await hand(`附件 ${eicar}`)
    expect(refused.status).toBe(422)
    expect(problem.parse(await refused.json()).code).toBe('file-infected')
    const admin = await site.as('admin')
    const listed = await answered(listQuarantine, await admin.get(listQuarantine.path))
    expect(listed.held).toMatchObject([
      { finding: 'Eicar-Test-Signature', mediaType: 'text/plain' },
    ])
    const sha256 = listed.held[0]?.sha256 ?? ''
    expect(await read(sha256)).toBe(409)

    const path = `${listQuarantine.path}/${sha256}`
    const clerk = await site.as('clerk')
    const asked = { reason: '厂商确认误报', approval: '主任会议第13次' }
    expect((await clerk.send('POST', `${path}/release`, asked)).status).toBe(403)
    expect((await admin.send('POST', `${path}/release`, { ...asked, reason: ' ' })).status).toBe(
      409,
    )
    await answered(releaseHeld, await admin.send('POST', `${path}/release`, asked))
    expect(await read(sha256)).toBe(200)
    const again = await admin.send('POST', `${path}/discard`, { reason: '改主意' })
    expect(again.status).toBe(409)
    expect((await hand(`附件 ${eicar}`)).status).toBe(200)
  }, 60_000)

  it('a bad file that is thrown away is gone', async () => {
    await hand(`另一份 ${eicar}`)
    const admin = await site.as('admin')
    const { held } = await answered(listQuarantine, await admin.get(listQuarantine.path))
    const sha256 = held[0]?.sha256 ?? ''
    const path = `${listQuarantine.path}/${sha256}/discard`
    await answered(discardHeld, await admin.send('POST', path, { reason: '确认带毒' }))
    expect(await site.county.world.files.has(sha256)).toBe(false)
    const clerk = await site.as('clerk')
    const answer = await clerk.get(`/api/v1/evidence/${sha256}`)
    expect(problem.parse(await answer.json()).code).toBe('file-discarded')
  })

  it('a document is not read, and nothing of it is kept, when it is bad or nobody can say', async () => {
    const clerk = await site.as('clerk')
    const bring = async (text: string) => {
      const named = { 'content-type': 'application/octet-stream', 'x-file-name': 'a.txt' }
      return clerk.send('POST', '/api/v1/imports', new TextEncoder().encode(text), named)
    }
    const kept = async () => answered(listImports, await clerk.get(listImports.path))
    const text = '一、石坝镇饮水管网漏水严重，建议尽快更换。'

    const bad = await bring(`${text} ${eicar}`)
    expect([bad.status, problem.parse(await bad.json()).code]).toEqual([422, 'file-infected'])
    clamd.up = false
    const unsaid = await bring(text)
    clamd.up = true
    expect([unsaid.status, problem.parse(await unsaid.json()).code]).toEqual([503, 'scanner-away'])
    expect((await kept()).rows).toEqual([])

    expect((await bring(text)).status).toBe(200)
    expect((await kept()).rows).toHaveLength(1)
  })

  it('that is down, files are taken and wait, and are read once it has looked at them', async () => {
    clamd.up = false
    const { sha256 } = await answered(putEvidence, await hand('停机时交的'))
    expect(await read(sha256)).toBe(409)
    const { world, congress } = site.county
    const scanner = clamdScanner({ by: 'tcp', host: '127.0.0.1', port: clamd.port })
    await scanDue(world, scanner, congress)
    expect(await read(sha256)).toBe(409)
    clamd.up = true
    await scanDue(world, scanner, congress)
    expect(await read(sha256)).toBe(200)
  })

  it('whose signatures change looks again, and finds what it did not know before', async () => {
    const { sha256 } = await answered(putEvidence, await hand('后来才认得的木马'))
    Object.assign(clamd, { bad: '木马', signatures: 2 })
    const { world, congress } = site.county
    const scanner = clamdScanner({ by: 'tcp', host: '127.0.0.1', port: clamd.port })
    await scanDue(world, scanner, congress)
    expect(await read(sha256)).toBe(409)
    expect(await scanDue(world, scanner, congress)).toBe(0)
    Object.assign(clamd, { bad: 'EICAR', signatures: 3 })
    await scanDue(world, scanner, congress)
    expect(await read(sha256)).toBe(200)
  })
})

describe('where the scanner is', () => {
  it.each([
    ['unix:/run/clamav/clamd.ctl', { by: 'socket', path: '/run/clamav/clamd.ctl' }],
    ['tcp:127.0.0.1:3310', { by: 'tcp', host: '127.0.0.1', port: 3310 }],
    ['', null],
  ])('is read from %s', (raw, place) => {
    expect(readClamdPlace({ LUOSHI_CLAMD: raw })).toEqual({ ok: true, value: place })
  })

  it.each(['clamd', 'tcp:host', 'tcp:host:0', 'unix:relative'])('is not %s', (raw) => {
    expect(readClamdPlace({ LUOSHI_CLAMD: raw }).ok).toBe(false)
  })
})

const program = '/usr/sbin/clamd'

describe('the real clamd', () => {
  it.skipIf(!isThere(program))(
    'finds the test string by a signature of our own',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'luoshi-clamd-'))
      const path = join(folder, 'clamd.sock')
      const hex = Buffer.from(eicar).toString('hex')
      await writeFile(join(folder, 'own.ndb'), `Own.Eicar:0:*:${hex}\n`)
      const lines = [
        `LocalSocket ${path}`,
        `DatabaseDirectory ${folder}`,
        'Foreground yes',
        'User root',
      ]
      await writeFile(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`)
      const real = spawn(program, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
      try {
        const scanner = clamdScanner({ by: 'socket', path })
        await expect.poll(() => scanner.version(), { timeout: 60_000 }).toMatch(/^ClamAV/)
        expect(await scan(scanner, '整改照片'.repeat(100_000))).toEqual({ is: 'clean' })
        expect(await scan(scanner, eicar)).toEqual({
          is: 'infected',
          finding: expect.stringContaining('Own.Eicar'),
        })
      } finally {
        real.kill()
        await rm(folder, { recursive: true, force: true })
      }
    },
    90_000,
  )
})

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
