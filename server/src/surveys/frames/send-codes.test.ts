import { afterAll, beforeAll, expect, it } from 'vitest'
import { localHook, type LocalHook } from '../../messages/testing/receivers.ts'
import { sendCodes, type Made } from './send-codes.ts'

let hook: LocalHook
beforeAll(async () => {
  hook = await localHook()
})
afterAll(() => hook.close())

const person = (place: number, contact: string) => ({ place, stratum: 'all', contact })
const gateway = (path: string) => ({
  url: `${hook.origin}/${path}`,
  token: 'T',
  template: 'A',
  codeTemplate: 'B',
})

function handing() {
  const [made, confirmed]: [Made[], number[]] = [[], []]
  return {
    made,
    confirmed,
    make: (one: ReturnType<typeof person>) => {
      const code = `CODE-${one.place}`
      const all = { ...one, code, link: `https://county.example/s/survey_a?c=sms#${code}` }
      made.push(all)
      return all
    },
    confirm: async (taken: readonly Made[]) =>
      void confirmed.push(...taken.map(({ place }) => place)),
  }
}

it('sends each code to its own number, once, and confirms only what the gateway took', async () => {
  const all = handing()
  const people = [person(1, '13812345678'), person(2, '无'), person(3, '13912345678')]
  expect(await sendCodes(gateway('sms'), 'SURVEY', people, all)).toBe(2)
  expect(all.confirmed.toSorted((a, b) => a - b)).toEqual([1, 3])
  const bodies = hook.taken.map(({ body }) => body)
  for (const [phone, code] of [
    ['13812345678', 'CODE-1'],
    ['13912345678', 'CODE-3'],
  ])
    expect(bodies).toContainEqual(
      expect.objectContaining({
        template: 'SURVEY',
        phone,
        params: expect.objectContaining({ code }),
      }),
    )
  expect(bodies).toHaveLength(2)
})

it('confirms nothing when the gateway is down, and leaves it alone after a while', async () => {
  const all = handing()
  const people = Array.from({ length: 40 }, (_, at) => person(at, `138${String(10_000_000 + at)}`))
  expect(await sendCodes(gateway('down'), 'SURVEY', people, all)).toBe(0)
  expect(all.confirmed).toEqual([])
  expect(all.made).toHaveLength(16)
  // In an order of chance: nobody is first because he stands first.
  expect(all.made.map(({ place }) => place)).not.toEqual(
    people.slice(0, 16).map(({ place }) => place),
  )
})
