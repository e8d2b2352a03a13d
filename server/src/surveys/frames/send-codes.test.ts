import { afterAll, beforeAll, expect, it } from 'vitest'
import { localHook, type LocalHook } from '../../messages/testing/receivers.ts'
import { sendCodes } from './send-codes.ts'

let hook: LocalHook
beforeAll(async () => {
  hook = await localHook()
})
afterAll(() => hook.close())

const row = (place: number, contact: string) => ({
  place,
  stratum: 'all',
  name: `第${place}户`,
  contact,
  code: `CODE-${place}`,
  link: `https://county.example/s/survey_a?c=sms#CODE-${place}`,
  sent: false,
})
const gateway = (path: string) => ({
  url: `${hook.origin}/${path}`,
  token: 'T',
  template: 'A',
  codeTemplate: 'B',
})

it('sends each code to its own number, once, and shows the office only those that did not go out', async () => {
  const rows = [row(1, '13812345678'), row(2, '无'), row(3, '13912345678')]
  const told = await sendCodes(gateway('sms'), 'SURVEY', rows)
  expect(told.map(({ sent, code }) => [sent, code])).toEqual([
    [true, ''],
    [false, 'CODE-2'],
    [true, ''],
  ])
  expect(hook.taken.map(({ body }) => body)).toMatchObject([
    { template: 'SURVEY', phone: '13812345678', params: { code: 'CODE-1', link: rows[0]?.link } },
    { phone: '13912345678', params: { code: 'CODE-3' } },
  ])
})

it('loses no code when the gateway is down, and leaves it alone after a while', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => row(at, `138${String(10_000_000 + at)}`))
  expect(await sendCodes(gateway('down'), 'SURVEY', rows)).toEqual(rows)
})
