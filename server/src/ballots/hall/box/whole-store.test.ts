import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { surrendered, type BoxRow } from '@luoshi/ballots/box/box-row'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { singleUseKeys, type SingleUseKeys } from './single-use-keys.ts'
import { wholeStore, type Disk } from './whole-store.ts'
import { openWhole, sealWhole } from './whole-writing.ts'

const of = { mh: 'a'.repeat(64), room: 4_096 }

let folder: string
let keyFile: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-box-'))
  keyFile = join(folder, 'keys', 'box.key')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const row = (contest = 0): BoxRow => ({
  contest,
  pk: randomBytes(12).toString('base64url'),
  id: randomBytes(32).toString('hex'),
  body: JSON.stringify({ c: contest, tok: ['x y'] }),
})

/** A disk as the box sees it, whose copies the attacker keeps. */
function plainDisk(): Disk & Readonly<{ copies: Buffer[] }> {
  const copies: Buffer[] = []
  return {
    copies,
    read: async () => copies.at(-1),
    holds: async (before) => before === copies.at(-1),
    replace: async (before, next) => {
      if (before !== copies.at(-1)) throw new Error('another process writes into this box')
      copies.push(next)
    },
  }
}

function opened(disk: Disk, keys: SingleUseKeys = singleUseKeys(keyFile)) {
  return wholeStore({ of, disk, keys, written: () => undefined })
}

class PowerCut extends Error {}

/** The power is cut at the step of this number: before it (`done` false) or just after it. */
function cutAt(step: number, done: boolean) {
  let now = 0
  return async <Value>(act: () => Promise<Value>): Promise<Value> => {
    now += 1
    if (now > step || (now === step && !done)) throw new PowerCut()
    const value = await act()
    if (now === step) throw new PowerCut()
    return value
  }
}

describe('what the box has written', () => {
  it('27 is known to be there only when the disk has it: no receipt goes before', async () => {
    const disk = plainDisk()
    const spins = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const slow: Disk = {
      ...disk,
      replace: async (before, next) => {
        asked.resolve()
        await spins.promise
        await disk.replace(before, next)
      },
    }
    const store = opened(slow)
    const one = row()
    const writing = store.write([one])
    await asked.promise
    expect(await store.idOf(one.contest, one.pk)).toBeUndefined()
    expect([await store.received(), await store.rows()]).toEqual([0, []])
    spins.resolve()
    await writing
    expect(await store.idOf(one.contest, one.pk)).toBe(one.id)
  })

  it('comes back whole after a cut of power at any step, and whatever was acknowledged is in it', async () => {
    // Of the second batch: key, writing, end of the key before; each not done, or done and not told.
    for (let step = 1; step <= 3; step += 1)
      for (const done of [false, true]) {
        await rm(keyFile, { force: true })
        const disk = plainDisk()
        const [first, second] = [
          [row(), row()],
          [row(), row()],
        ]
        await opened(disk).write(first)
        const [cut, keys] = [cutAt(step, done), singleUseKeys(keyFile)]
        const before = opened(disk)
        await before.rows()
        // The rest of the work goes the same way until the power is cut.
        const dying = opened(
          { ...disk, replace: (old, next) => cut(() => disk.replace(old, next)) },
          {
            ...keys,
            put: async (place, key) =>
              isReading ? keys.put(place, key) : cut(() => keys.put(place, key)),
          },
        )
        let isReading = true
        await dying.rows()
        isReading = false
        await expect(dying.write(second)).rejects.toThrow(PowerCut)
        const rows = await opened(disk).rows()
        const ids = rows.map(({ id }) => id)
        expect(ids).toEqual(expect.arrayContaining(first.map(({ id }) => id)))
        // A batch is there as a whole or not at all.
        expect([2, 4]).toContain(rows.length)
        // And it goes on from there.
        await opened(disk).write(second)
        expect(await opened(disk).rows()).toHaveLength(4)
      }
  })

  it('is the same whole again, sorted by ids, with what was given up beside it', async () => {
    const disk = plainDisk()
    const store = opened(disk)
    const rows = [row(1), row(0), row(1)]
    const spent = { contest: 0, pk: 'spent', id: surrendered, body: '' }
    await Promise.all([store.write(rows), store.write([spent])])
    const again = opened(disk)
    expect(await again.rows()).toEqual(rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    expect(await again.received()).toBe(2)
    expect(await again.idOf(0, 'spent')).toBe(surrendered)
    // A row that stands is left as it stands.
    const [one] = rows
    await again.write([{ ...spent, contest: 1, pk: one?.pk ?? '' }])
    expect(await again.idOf(1, one?.pk ?? '')).toBe(one?.id)
  })

  it('has one length, shares nothing with the writing before, and no key of a writing outlives it', async () => {
    const disk = plainDisk()
    const store = opened(disk)
    const keys: Buffer[] = []
    for (let batch = 0; batch < 4; batch += 1) {
      await store.write([row()])
      keys.push(await readFile(keyFile))
    }
    expect(new Set(disk.copies.map(({ length }) => length)).size).toBe(1)
    const blocks = disk.copies.flatMap((copy) =>
      Array.from({ length: Math.floor((copy.length - 28) / 16) }, (_, at) =>
        copy.subarray(28 + at * 16, 44 + at * 16).toString('hex'),
      ),
    )
    expect(new Set(blocks).size).toBe(blocks.length)
    const halves = (both: Buffer | undefined) =>
      both ? [both.subarray(0, 32), both.subarray(32)] : []
    for (const [at, copy] of disk.copies.entries())
      for (const [then, both] of keys.entries()) {
        const opens = halves(both).some((key) => openWhole(of, copy, key) !== undefined)
        expect([at, then, opens]).toEqual([at, then, at === then])
      }
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600)
  })

  it('is not begun anew where its key is missing or the database is an older one', async () => {
    const disk = plainDisk()
    await opened(disk).write([row()])
    await opened(disk).write([row()])
    const [older] = disk.copies
    if (!older) throw new Error('nothing written')
    await expect(opened({ ...disk, read: async () => older }).rows()).rejects.toThrow(
      'cannot be opened',
    )
    await writeFile(keyFile, randomBytes(64))
    await expect(opened(disk).rows()).rejects.toThrow('cannot be opened')
    await rm(keyFile)
    await expect(opened(disk).write([row()])).rejects.toThrow('cannot be opened')
  })

  it('is never overwritten by a second box that does not know of it, nor its key', async () => {
    const disk = plainDisk()
    await opened(disk).write([row()])
    const [one, two] = [opened(disk), opened(disk)]
    await Promise.all([one.rows(), two.rows()])
    await one.write([row()])
    await expect(two.write([row()])).rejects.toThrow('another process')
    expect(await opened(disk).rows()).toHaveLength(2)
  })

  it('takes twice the room where more was given up than there are people', () => {
    const key = randomBytes(32)
    const many = Array.from({ length: 60 }, () => row())
    const [few, twice] = [sealWhole(of, [row()], key), sealWhole(of, many, key)]
    expect(twice.length - 28).toBe(2 * (few.length - 28))
    expect(openWhole(of, twice, key)).toHaveLength(60)
  })
})
