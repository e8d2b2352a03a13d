import { once } from 'node:events'
import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

const frozen = join(import.meta.dirname, '..', '..', '..', 'ballots', 'testdata', 'bulletin')

it('luoshi ballot fetch takes what is published, to be verified without the server', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'luoshi-fetch-'))
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '')
    const isOurs = request.url?.startsWith('/vote/ballot_0001/bulletin/') === true
    readFile(join(frozen, isOurs ? name : 'none')).then(
      (bytes) => response.writeHead(200).end(bytes),
      () => response.writeHead(404).end(),
    )
  }).listen(0, '127.0.0.1')
  try {
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const folder = join(scratch, 'taken')
    const url = `http://127.0.0.1:${port}/vote/ballot_0001`
    expect((await tryLuoshi(['ballot', 'fetch', url, folder])).exit).toBe(0)
    const verified = await tryLuoshi(['ballot', 'verify', folder, '--json'])
    expect(onlyValue(verified)).toMatchObject({ ok: true, ballots: 4 })
    expect((await tryLuoshi(['ballot', 'fetch', url, folder])).exit).toBe(2)
    const none = await tryLuoshi(['ballot', 'fetch', `${url}2`, join(scratch, 'none')])
    expect(none).toMatchObject({ exit: 1, err: expect.stringContaining('还没有公布') })
    expect((await tryLuoshi(['ballot', 'fetch', 'ftp://x/vote/a', folder])).exit).toBe(2)
  } finally {
    server.close()
    await rm(scratch, { recursive: true, force: true })
  }
})
