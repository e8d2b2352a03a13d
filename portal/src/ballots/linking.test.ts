/**
 * The linking attack, simulated: an attacker pairs names with ballots. What decides is taken from the product: the waits of
 * the voter's page, the pool of the box and the store that writes what it holds; only the disk is ours, to copy it after
 * every batch. Judged with the default settings, three minutes of voting:
 *
 * - **file**: the published file, and when everybody took a token;
 * - **copies**: the same, every copy of the box's database, and a proxy's log that names who sent at which moment;
 * - **folder**: the same, and the keys beside the database, copied in the same moments. Not promised, and told in the docs;
 * - **arrivals**: a box that was changed to write down which ballot came when. Not promised either.
 *
 * Where a log has only times, people who are quick at check-in are quick with the ballot, too (ρ = 0.6); where it has
 * addresses, it names everybody who sends. All chances are of a kind where the most likely pairing is in order: first with
 * first. LUOSHI_LINKING=1 tells all figures. Source: issue 5; ballot.md §6.
 */
import { ballotPool } from '@luoshi/ballots/box/ballot-pool'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { randomBy } from '../../../ballots/testing/mutations.ts'
import { wholeStore, type Disk } from '../../../server/src/ballots/hall/box/whole-store.ts'
import { openWhole } from '../../../server/src/ballots/hall/box/whole-writing.ts'
import { waitByChance } from './make-ballots.ts'

const kMin = 5
const windowSeconds = 180

type Knows = 'file' | 'copies' | 'folder' | 'arrivals'
type Log = 'times' | 'addresses'

type Person = Readonly<{ token: number; arrives: number; row: BoxRow }>

/** What lay on the disk after a batch, and the keys that were there in that moment. */
type Copy = Readonly<{ sealed: Buffer; keys: readonly Buffer[] }>

afterEach(() => vi.unstubAllGlobals())

/** The share of voters whose ballot the attacker names rightly. */
async function linked(
  voters: number,
  knows: Knows,
  log: Log,
  events: number,
  alike = 0.6,
): Promise<number> {
  const chance = randomBy(20_261_127 + voters)
  const even = () => (chance(2 ** 31) + 0.5) / 2 ** 31
  const normal = () => Math.sqrt(-2 * Math.log(even())) * Math.cos(2 * Math.PI * even())
  vi.stubGlobal('crypto', {
    getRandomValues: (into: Uint32Array) => into.fill(Math.floor(even() * 2 ** 32)),
  })
  const hex = (letters: number) =>
    Array.from({ length: letters }, () => chance(16).toString(16)).join('')
  let right = 0
  for (let event = 0; event < events; event += 1) {
    const people = Array.from({ length: voters }, (): Person => {
      const quick = normal()
      const again = alike * quick + Math.sqrt(1 - alike ** 2) * normal()
      const arrives = windowSeconds * 1_000 * uniform(again) + waitByChance()
      const row = { contest: 0, pk: hex(20), id: hex(64), body: '{}' }
      return { token: uniform(quick), arrives, row }
    })
    const names = people.toSorted((a, b) =>
      log === 'times' ? a.token - b.token : a.arrives - b.arrives,
    )
    const copies = await throughTheBox(people)
    const guess = order(people, knows, copies)
    right += names.filter((one, at) => guess[at] === one).length
  }
  return right / (voters * events)
}

const of = { mh: 'f'.repeat(64), room: 8_192 }

/** The ballots come in their order to the product's own pool and store; answers what a copier of the disk gets. */
async function throughTheBox(people: readonly Person[]): Promise<readonly Copy[]> {
  const copies: Copy[] = []
  const places: [Buffer, Buffer] = [Buffer.alloc(32), Buffer.alloc(32)]
  const disk: Disk = {
    read: async () => copies.at(-1)?.sealed,
    holds: async (before) => before === copies.at(-1)?.sealed,
    replace: async (_, sealed) => void copies.push({ sealed, keys: [...places] }),
  }
  const keys = {
    read: async () => places,
    put: async (place: 0 | 1, key: Buffer) => void (places[place] = key),
    forget: async () => undefined,
  }
  const pool = ballotPool(kMin, wholeStore({ of, disk, keys, written: () => undefined }))
  for (const { row } of people.toSorted((a, b) => a.arrives - b.arrives)) {
    pool.add(row)
    await pool.writeDue()
  }
  await pool.writeAll()
  return copies
}

/** The ballots in the order in which this attacker believes that they came. */
function order(
  people: readonly Person[],
  knows: Knows,
  copies: readonly Copy[],
): readonly Person[] {
  // As the published file has them; whoever knows no better leaves it at that.
  const published = people.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1))
  if (knows === 'file') return published
  if (knows === 'arrivals') return people.toSorted((a, b) => a.arrives - b.arrives)
  const first = new Map<string, number>()
  for (const [at, copy] of copies.entries())
    for (const id of idsIn(copy, knows === 'folder')) if (!first.has(id)) first.set(id, at)
  return published.toSorted((a, b) => (first.get(a.row.id) ?? 0) - (first.get(b.row.id) ?? 0))
}

function idsIn({ sealed, keys }: Copy, hasKeys: boolean): readonly string[] {
  if (hasKeys) return keys.flatMap((key) => openWhole(of, sealed, key) ?? []).map(({ id }) => id)
  return sealed.toString('latin1').match(/[0-9a-f]{64}/g) ?? []
}

/** The place of a normal chance among all, from 0 to 1 (Abramowitz and Stegun 26.2.17, within 1e-7). */
function uniform(value: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(value))
  const poly =
    t *
    (0.319_381_53 +
      t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  const above = (Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI)) * poly
  return value >= 0 ? 1 - above : above
}

describe('who pairs the log of a proxy with what the box leaves behind', () => {
  it.each([
    [15, 700],
    [65, 80],
  ])('names the ballots of %i voters no better than by chance', async (voters, events) => {
    expect(await linked(voters, 'file', 'times', events)).toBeLessThan(1 / voters + 0.01)
    expect(await linked(voters, 'copies', 'times', events)).toBeLessThan(1 / voters + 0.01)
    expect(await linked(voters, 'copies', 'addresses', events)).toBeLessThan(1 / voters + 0.01)
  })

  it.each([15, 65])(
    'of %i voters would find more with the keys, or as the box itself',
    async (voters) => {
      // The attack itself works, on the same bytes.
      expect(await linked(voters, 'folder', 'addresses', 40)).toBeGreaterThan(0.15)
      expect(await linked(voters, 'arrivals', 'times', 200)).toBeGreaterThan(1.3 / voters)
      expect(await linked(voters, 'arrivals', 'addresses', 10)).toBe(1)
    },
  )

  it.runIf(process.env['LUOSHI_LINKING'])(
    'figures of all attackers',
    async () => {
      for (const voters of [15, 65])
        for (const [log, alike] of [
          ['times', 0],
          ['times', 0.6],
          ['addresses', 0.6],
        ] as const)
          for (const knows of ['file', 'copies', 'folder', 'arrivals'] as const) {
            const share =
              100 * (await linked(voters, knows, log, voters === 15 ? 8_000 : 1_500, alike))
            console.info(
              `${voters} voters, ${log}, ρ ${alike}, ${knows}: ${share.toFixed(2)} % linked`,
            )
          }
    },
    1_200_000,
  )
})
