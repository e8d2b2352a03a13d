import { Hono } from 'hono'
import pino from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { isNobodys, quietFailures } from './nobodys-pages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function heard() {
  const lines: string[] = []
  return {
    lines,
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  }
}

it('pages of voters and of surveys are nobody’s, with their scripts, however they are written', async () => {
  const app = new Hono().all('*', (c) => c.text(String(isNobodys(c.req.path))))
  for (const path of ['/vote/ballot_1', '/s/survey_1/tokens', '/portal/x.js', '/%76ote/ballot_1'])
    expect([path, await (await app.request(path)).text()]).toEqual([path, 'true'])
  for (const path of ['/', '/api/v1/ballots', '/voters'])
    expect([path, await (await app.request(path)).text()]).toEqual([path, 'false'])
})

it('what fails on them is told together at a full quarter of an hour, without what it was about', () => {
  const { lines, log } = heard()
  vi.setSystemTime('2026-11-27T02:03:22.512Z')
  const quiet = quietFailures(log)
  const failing = (ballot: string) =>
    Object.assign(new Error(`No key signs for ${ballot}`), { code: '57P03' })
  for (const at of [1, 2]) {
    quiet.count(failing(`ballot_000${at}`))
    vi.advanceTimersByTime(61_000)
  }
  quiet.count('张丰收')
  expect(lines).toEqual([])
  vi.advanceTimersByTime(15 * 60_000)
  const told = lines.map((line) => JSON.parse(line))
  expect(told.map(({ times, err }) => [times, err.name])).toEqual([
    [2, 'Error'],
    [1, 'not an error'],
  ])
  for (const { time } of told) expect(new Date(time).toISOString()).toBe('2026-11-27T02:15:00.000Z')
  expect(told[0].err).toMatchObject({ code: '57P03', stack: expect.stringContaining('at ') })
  expect(lines.join('')).not.toMatch(/ballot_000|张丰收/)
  // The next ones are told a quarter later, and nothing is told twice.
  vi.advanceTimersByTime(60 * 60_000)
  expect(lines).toHaveLength(2)
})
