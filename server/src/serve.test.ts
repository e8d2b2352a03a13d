import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { value } from '../testing/test-county.ts'
import { startServer } from './serve.ts'

describe('the server on a port', () => {
  it('takes the next one when its own is taken, says so, serves, lets nobody else in, and stops', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-serve-'))
    const said: string[] = []
    const options = {
      dataDir: join(folder, 'data'),
      host: '127.0.0.1',
      logger: pino({ level: 'silent' }),
      say: (line: string) => said.push(line),
    }
    const neighbour = createServer().listen(0, '127.0.0.1')
    await once(neighbour, 'listening')
    const address = neighbour.address()
    const taken = typeof address === 'object' && address !== null ? address.port : 0
    // An address that no machine has; what was opened before is let go again, or the next start would be refused.
    const elsewhere = await startServer({ ...options, host: '192.0.2.1', port: 0 })
    expect(elsewhere).toMatchObject({ refusal: { code: 'no-such-host', host: '192.0.2.1' } })
    const server = value(await startServer({ ...options, port: taken }))
    try {
      expect(server.movedFrom).toBe(taken)
      expect(said.join('\n')).toContain(`端口 ${taken} 已被占用`)
      expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true })
      const page = await fetch(`${server.url}/sign-in`)
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
      const second = await startServer({ ...options, port: 0 })
      expect(second).toMatchObject({ refusal: { code: 'data-folder-in-use' } })
    } finally {
      await server.close()
      neighbour.close()
      await rm(folder, { recursive: true, force: true })
    }
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow('fetch failed')
  }, 60_000)

  it('refuses a public address that is not https', async () => {
    const options = { dataDir: '/nowhere', port: 0, publicUrl: 'http://luoshi.example' }
    expect(await startServer(options)).toMatchObject({ refusal: { code: 'public-url-unfit' } })
  })
})
