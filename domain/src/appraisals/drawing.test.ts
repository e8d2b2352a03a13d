import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { below, commitmentOf, drawLots, listHash, seedOf, type Opened } from './draw-lots.ts'
import { drawingDecider, type DrawingCommand } from './drawing-decider.ts'
import { noDrawing, type Drawing } from './drawing.ts'
import { lotFileOf, readLotFile, verifyLot, type LotFile } from './verify-lot.ts'

const today = day('2026-03-01')
const chairs = { body: 'chairs', on: today, reference: '第12次主任会议' } as const
const salt = 'a1b2c3d4e5f6a7b8'
const names = ['主任', '经办人', '监签代表']
const secrets: readonly Opened[] = names.map((_, n) => ({
  secret: `数字${n}`,
  salt: `${salt}${n}`,
}))

const opening: DrawingCommand = {
  type: 'OpenDrawing',
  title: '2026年度评议对象抽签',
  plan: null,
  candidates: ['公路局', '水利局', '教育局', '民政局'].map((label, n) => ({
    unit: idOf('unit', `unit_number${n}`),
    official: null,
    label,
  })),
  count: 2,
  participants: names,
  today,
}

const sealing = secrets.map((one, participant): DrawingCommand => {
  return { type: 'SealLot', participant, commitment: commitmentOf(one), today }
})
const revealing = secrets.map((one, participant): DrawingCommand => {
  return { type: 'OpenLot', participant, ...one, today }
})

function after(commands: readonly DrawingCommand[]): Drawing {
  let state: Drawing = noDrawing
  for (const command of commands) {
    const ruling = drawingDecider.decide(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    state = ruling.value.reduce(drawingDecider.evolve, state)
  }
  return state
}

describe('a drawing by lot', () => {
  it('is drawn when the last secret is opened, and a stranger computes the same with sha256sum', () => {
    const done = after([opening, ...sealing, ...revealing])
    if (done.status !== 'drawn') throw new Error('Not drawn')
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    const list = '1 公路局\n2 水利局\n3 教育局\n4 民政局\n'
    const lines = [sha(list), ...secrets.map((one) => `${one.secret}:${one.salt}`)]
    const seed = sha(lines.map((line) => `${line}\n`).join(''))
    expect(done.seed).toBe(seed)
    const first = Number.parseInt(sha(`${seed}:0`).slice(0, 8), 16) % 4
    expect(done.chosen[0]).toBe(first)
  })

  it('nobody opens before everybody sealed, and nobody changes what was sealed', () => {
    const half = after([opening, ...sealing.slice(0, 2)])
    for (const command of revealing)
      expect(drawingDecider.decide(half, command)).toMatchObject({
        refusal: { code: 'not-yet-all-sealed' },
      })
    const [again] = sealing
    if (again)
      expect(drawingDecider.decide(half, again)).toMatchObject({
        refusal: { code: 'already-sealed' },
      })
  })

  it('somebody who does not open never passes silently: void, or on without, by the chairs alone', () => {
    const waiting = after([opening, ...sealing, ...revealing.slice(0, 2)])
    const told = { type: 'DecideDrawing', reason: '参与人未到场', approval: chairs, today } as const
    expect(
      after([opening, ...sealing, ...revealing.slice(0, 2), { ...told, outcome: 'void' }]).status,
    ).toBe('void')
    const on = after([opening, ...sealing, ...revealing.slice(0, 2), { ...told, outcome: 'goOn' }])
    expect(on).toMatchObject({ status: 'drawn', decisions: [{ outcome: 'goOn', without: [2] }] })
    const approval = { ...chairs, body: 'workingCommittee' } as const
    expect(drawingDecider.decide(waiting, { ...told, outcome: 'goOn', approval })).toMatchObject({
      refusal: { code: 'decision-not-by-chairs' },
    })
  })
})

describe('laws of the lot', () => {
  const opened = fc.record({
    secret: fc.string({ minLength: 1, maxLength: 20 }),
    salt: fc.stringMatching(/^[0-9a-z]{16}$/),
  })

  it('same inputs, same result; as many different candidates as asked for', () => {
    fc.assert(
      fc.property(
        fc.array(opened, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 2, max: 40 }),
        (all, n) => {
          const seed = seedOf(listHash(['甲', '乙']), all)
          const k = Math.max(1, Math.floor(n / 2))
          const chosen = drawLots(seed, n, k)
          expect(drawLots(seed, n, k)).toEqual(chosen)
          expect(new Set(chosen).size).toBe(k)
          expect(chosen.every((place) => place >= 0 && place < n)).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('another secret, salt or list is seen: the commitment, the seed, the hash of the list differ', () => {
    fc.assert(
      fc.property(opened, opened, fc.string(), fc.string(), (one, other, a, b) => {
        const isSame = `${one.secret}:${one.salt}` === `${other.secret}:${other.salt}`
        expect(commitmentOf(one) === commitmentOf(other)).toBe(isSame)
        expect(seedOf('x', [one]) === seedOf('x', [other])).toBe(isSame)
        expect(listHash([a]) === listHash([b])).toBe(a === b)
      }),
      { numRuns: 60 },
    )
  })

  it('numbers that would favour the first places are passed over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1000 }), (limit) => {
        const fair = 2 ** 32 - (2 ** 32 % limit)
        const stream = [2 ** 32 - 1, fair, fair - 1]
        let at = -1
        const taken = below(limit, () => {
          at += 1
          return stream[at] ?? 0
        })
        // The whole range divides evenly: then nothing needs passing over.
        expect(taken).toBe(limit - 1)
        expect(at).toBe(fair === 2 ** 32 ? 0 : 2)
      }),
    )
  })

  it('over many seeds every candidate is drawn about as often (chi-squared, 9 degrees of freedom)', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    const runs = 2000
    for (let n = 0; n < runs; n += 1) {
      const [first = 0] = drawLots(seedOf('list', [{ secret: String(n), salt }]), 10, 1)
      counts[first] = (counts[first] ?? 0) + 1
    }
    const expected = runs / 10
    const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    expect(chi).toBeLessThan(27.9) // one in a thousand; the seeds are fixed, so the test never flickers
  })
})

describe('a drawing computed again by a stranger', () => {
  const done = after([opening, ...sealing, ...revealing])
  if (done.status !== 'drawn') throw new Error('Not drawn')
  const file: LotFile = JSON.parse(JSON.stringify(lotFileOf(done)))
  const failing = (change: Partial<LotFile>) =>
    verifyLot({ ...file, ...change }).checks.flatMap(({ check, ok }) => (ok ? [] : [check]))

  it('holds, and names those drawn', () => {
    const { labels, chosen } = done
    expect(verifyLot(file)).toMatchObject({ ok: true, chosen: chosen.map((at) => labels[at]) })
    expect(readLotFile(file).ok).toBe(true)
  })

  it('fails where somebody changed the list, a secret, the seed or the outcome', () => {
    const [first, ...rest] = file.participants
    if (!first) throw new Error('nobody')
    expect(failing({ candidates: ['公路局', '水利局', '民政局', '教育局'] })).toContain('list')
    const other = { ...first, secret: '换过的数' }
    expect(failing({ participants: [other, ...rest] })).toEqual(
      expect.arrayContaining(['commitments', 'seed']),
    )
    expect(failing({ seed: '0'.repeat(64) })).toEqual(['seed'])
    expect(failing({ chosen: file.chosen.toReversed() })).toEqual(['chosen'])
    expect(failing({ participants: [] })).toContain('commitments')
  })

  it('leaves out whom the chairs went on without', () => {
    const without = {
      type: 'DecideDrawing',
      outcome: 'goOn',
      reason: '未到会',
      approval: chairs,
      today,
    } as const
    const gone = after([opening, ...sealing, ...revealing.slice(0, 2), without])
    if (gone.status !== 'drawn') throw new Error('Not drawn')
    expect(verifyLot(lotFileOf(gone)).ok).toBe(true)
  })

  it.each([
    null,
    {},
    { ...file, format: 'other' },
    { ...file, count: 'two' },
    { ...file, participants: [1] },
  ])('is not read from anything else', (raw) => {
    expect(readLotFile(raw).ok).toBe(false)
  })
})
