import { idOf } from '@luoshi/domain/kernel/ids'
import { describe, expect, it } from 'vitest'
import { ApiFailure, createClient } from './client.ts'
import { hrefOf } from './kit.ts'
import { matterStep } from './matter-steps.ts'
import { exportMatters, listMatters } from './matters.ts'

const matter = idOf('matter', 'matter_0001')

/** A network that answers the same to everything and remembers what it was asked. */
function network(status: number, body: unknown) {
  const asked: { address: string; init: RequestInit | undefined }[] = []
  const fetch = async (address: string | URL | Request, init?: RequestInit) => {
    asked.push({ address: String(address instanceof Request ? address.url : address), init })
    return Response.json(body, { status })
  }
  return { asked, client: createClient({ csrf: () => 'token', fetch }) }
}

describe('the typed client', () => {
  it('fills in the address, carries the token and the name of a command, and reads the answer', async () => {
    const { asked, client } = network(200, { id: matter, version: 2, status: 'received', seq: 9 })
    const body = { version: 1, signer: '办公室' }
    const done = await client.call(
      matterStep('SignReceipt'),
      { params: { matter }, body },
      { idempotencyKey: 'once' },
    )
    expect(done).toEqual({ id: matter, version: 2, status: 'received', seq: 9 })
    expect(asked[0]?.address).toBe('/api/v1/matters/matter_0001/sign-receipt')
    const headers = new Headers(asked[0]?.init?.headers)
    expect(headers.get('x-luoshi-csrf')).toBe('token')
    expect(headers.get('idempotency-key')).toBe('once')
    expect(asked[0]?.init?.body).toBe(JSON.stringify(body))
  })

  it('throws what the server refused, in its own words', async () => {
    const said = { what: '没有找到。', fix: '请核对。' }
    const problem = { type: 'about:blank', title: 'x', status: 404, code: 'not-found' }
    const { client } = network(404, { ...problem, zh: said, en: said })
    const failure = await client.call(listMatters, {}).catch((one: unknown) => one)
    expect(failure).toBeInstanceOf(ApiFailure)
    expect(failure).toMatchObject({ problem: { code: 'not-found', zh: said } })
  })

  it('says so when an answer is not what was promised, and when nobody answers', async () => {
    const strange = network(200, { rows: 'none' })
    await expect(strange.client.call(listMatters, {})).rejects.toMatchObject({
      problem: { code: 'answer-not-understood' },
    })
    const dead = createClient({
      csrf: () => '',
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    })
    await expect(dead.call(listMatters, {})).rejects.toMatchObject({
      problem: { code: 'unreachable' },
    })
  })

  it('leaves out of an address what was not asked', () => {
    const query = { text: '路灯 & 桥', late: undefined, unit: '' }
    expect(hrefOf(exportMatters, {}, query)).toBe(
      '/api/v1/matters.csv?text=%E8%B7%AF%E7%81%AF+%26+%E6%A1%A5',
    )
  })
})
