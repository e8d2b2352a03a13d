import { expect, it } from 'vitest'
import { openGate } from './few-at-once.ts'

/** A question that is answered when the test says so. */
function question() {
  let answer: (value: string) => void = () => undefined
  const answered = new Promise<string>((resolve) => {
    answer = resolve
  })
  let asked = false
  const ask = () => {
    asked = true
    return answered
  }
  return { ask, answer: (value: string) => answer(value), wasAsked: () => asked }
}

it('asks no more at once than it may, and the others in their order', async () => {
  const gate = openGate(2)
  let [atOnce, most] = [0, 0]
  const order: number[] = []
  const ask = (place: number) => async () => {
    order.push(place)
    most = Math.max(most, (atOnce += 1))
    await Promise.resolve()
    atOnce -= 1
    return place
  }
  const places = Array.from({ length: 20 }, (_, place) => place)
  expect(await Promise.all(places.map((place) => gate(ask(place))))).toEqual(places)
  expect(order).toEqual(places)
  expect(most).toBe(2)
})

it('lets the next one go when one fails', async () => {
  const gate = openGate(1)
  const failing = gate(() => Promise.reject(new Error('gone')))
  const next = gate(async () => 'answered')
  await expect(failing).rejects.toThrow('gone')
  expect(await next).toBe('answered')
})

it('lets nobody wait behind slow ones for ever, and counts them no more when they end', async () => {
  const gate = openGate(2)
  const slow = [question(), question()]
  const under = slow.map(({ ask }) => gate(ask))
  // More than there is room for, and answered while both slow ones are still under way.
  const quick = await Promise.all(['a', 'b', 'c'].map((one) => gate(async () => one)))
  expect(quick).toEqual(['a', 'b', 'c'])
  for (const one of slow) one.answer('late')
  expect(await Promise.all(under)).toEqual(['late', 'late'])
  const [first, second, third] = [question(), question(), question()]
  const all = [first, second, third].map(({ ask }) => gate(ask))
  expect([first, second, third].map((one) => one.wasAsked())).toEqual([true, true, false])
  first.answer('1')
  await all[0]
  second.answer('2')
  third.answer('3')
  expect(await Promise.all(all)).toEqual(['1', '2', '3'])
})
