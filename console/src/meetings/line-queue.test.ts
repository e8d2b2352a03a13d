import { describe, expect, it } from 'vitest'
import { lineQueue, type Line, type LineQueue, type QueuedLine, type Sent } from './line-queue.ts'

const line = (text: string): Line => {
  return { kind: 'member', act: 'remark', question: null, matter: null, speaker: '温组成', text }
}
const isLine = (raw: unknown): raw is Line =>
  typeof raw === 'object' && raw !== null && 'text' in raw

function device() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
    removeItem: (name: string) => void kept.delete(name),
  }
}

/** A server that answers when told to, and keeps each named line once. */
function server(answers: (text: string, nth: number) => Sent) {
  const log = new Map<string, string>()
  let calls = 0
  const send = async ({ key, line: { text } }: QueuedLine): Promise<Sent> => {
    calls += 1
    const sent = answers(text, calls)
    if (sent === 'done') log.set(key, text)
    return sent
  }
  return { send, taken: () => [...log.values()] }
}

let keys = 0
function open(
  send: (queued: QueuedLine) => Promise<Sent>,
  store = device(),
  wait = async () => {},
): LineQueue {
  const newKey = () => `key${(keys += 1)}`
  return lineQueue({ send, store, place: 'meeting', newKey, wait, isLine })
}

const settled = (queue: LineQueue, many = 0) =>
  new Promise<void>((resolve) => {
    const waiting = () => queue.lines().filter(({ refusal }) => refusal === null).length
    if (waiting() <= many) return resolve()
    const stop = queue.subscribe(() => {
      if (waiting() > many) return
      stop()
      resolve()
    })
  })

describe('lines on their way', () => {
  it('written faster than the server answers all arrive, in their order', async () => {
    const { send, taken } = server(() => 'done')
    const queue = open(send)
    for (const text of ['一', '二', '三']) queue.add(line(text))
    await settled(queue)
    expect(taken()).toEqual(['一', '二', '三'])
  })

  it('wait while the server cannot be reached, the first as well as the last', async () => {
    const { send, taken } = server((_, nth) => (nth <= 3 ? 'unreachable' : 'done'))
    const queue = open(send)
    queue.add(line('一'))
    queue.add(line('二'))
    await settled(queue)
    expect(taken()).toEqual(['一', '二'])
  })

  it('survive a reload of the page, and are not taken down twice', async () => {
    const store = device()
    const never = () => new Promise<void>(() => {})
    const lost = server(() => 'unreachable')
    const before = open(lost.send, store, never)
    before.add(line('一'))
    before.add(line('二'))
    const after = server(() => 'done')
    const queue = open(after.send, store)
    await settled(queue)
    expect(after.taken()).toEqual(['一', '二'])
    expect(store.getItem('meeting')).toBeNull()
  })

  it('that are refused are set aside with the reason, and hold up nobody', async () => {
    const { send, taken } = server((text) =>
      text === '一' ? { refused: '会议已经结束。' } : 'done',
    )
    const queue = open(send)
    queue.add(line('一'))
    queue.add(line('二'))
    await settled(queue)
    expect(taken()).toEqual(['二'])
    expect(queue.lines()).toMatchObject([{ line: { text: '一' }, refusal: '会议已经结束。' }])
    queue.drop(queue.lines()[0]?.key ?? '')
    expect(queue.lines()).toEqual([])
  })

  it('kept in a way nobody understands are left out instead of breaking the page', () => {
    const store = device()
    store.setItem('meeting', '{"oops')
    expect(open(server(() => 'done').send, store).lines()).toEqual([])
  })
})
