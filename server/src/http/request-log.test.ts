import { Hono } from 'hono'
import pino from 'pino'
import { expect, it } from 'vitest'
import type { TransportEnv } from '../identity/middleware.ts'
import { requestLog } from './request-log.ts'

it('a request has a line in the log, and one of a voter has none', async () => {
  const lines: string[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const app = new Hono<TransportEnv>()
  app.use(requestLog(log))
  app.all('*', (c) => c.text('done'))
  await app.request('/vote/ballot_0001/state')
  await app.request('/vote/ballot_0001/tokens', { method: 'POST', body: '{}' })
  await app.request('/vote/ballot_0001')
  expect(lines).toEqual([])
  await app.request('/api/v1/ballots')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('/api/v1/ballots')
})
