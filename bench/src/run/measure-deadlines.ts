/**
 * D1: the clerk's desk. D2: the scan of deadlines over everything that is open, at its usual pace with its rests, and
 * what a page costs meanwhile.
 */
import { setTimeout } from 'node:timers/promises'
import { addDays } from '@luoshi/domain/kernel/day'
import { findOwed } from '@luoshi/server/calendar/scan-deadlines'
import { readDesk } from '@luoshi/server/desk/read-desk'
import { listMatters } from '@luoshi/server/matters/list-matters'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

const promised = 1_000_000
/** By then everything that is owed at all is late. */
const later = 400
const mostSlower = 1.1
const turns = 5
const pagesInTurn = 40

export async function measureDeadlines(
  county: County,
  repeats: number,
): Promise<readonly Single[]> {
  const { world, congress, clerk, today } = county
  const desk: number[] = []
  const scan: number[] = []
  let open = 0
  let found = 0
  for (let repeat = 0; repeat < Math.max(3, repeats); repeat += 1) {
    const began = performance.now()
    const { counts } = must(await readDesk(world, clerk))
    desk.push(performance.now() - began)
    open = counts.issued + counts.received + counts.inProgress + counts.committed
  }
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const began = performance.now()
    found = 0
    for await (const rows of findOwed(world, congress, addDays(today, later))) found += rows.length
    scan.push((performance.now() - began) / 1000)
  }
  if (found < open) throw new Error(`${open} matters are owed, the scan found ${found}`)
  const pages = await pagesBeside(county)
  const inProportion = scan.map((seconds) => (seconds * promised) / Math.max(1, open))
  const note = `${open.toLocaleString('en')} open matters`
  return [
    {
      id: 'D1',
      name: 'the clerk’s desk, in the server',
      unit: 'ms',
      target: 150,
      floor: null,
      ours: spreadOf(desk),
      note,
    },
    {
      id: 'D2',
      name: 'scan of deadlines, for 1,000,000 open matters, all late and silent',
      unit: 's',
      target: 20,
      floor: null,
      ours: spreadOf(inProportion),
      note: open >= promised ? note : `${note} measured, in proportion`,
    },
    {
      id: 'D2p',
      name: 'a page while the scan runs; floor: the same page while it does not',
      unit: 'ms',
      target: pages.alone.median * mostSlower,
      floor: pages.alone,
      ours: pages.beside,
      note: 'in the server’s process; the target is a tenth above the floor',
    },
  ]
}

/** Pages at a person's pace, in turn without and with a scan that begins anew as long as it is looked at. */
async function pagesBeside(county: County) {
  const alone: number[] = []
  const beside: number[] = []
  await readPages(county, [])
  for (let turn = 0; turn < turns; turn += 1) {
    await readPages(county, alone)
    let wanted = true
    const scanning = scanWhile(county, () => wanted)
    await readPages(county, beside)
    wanted = false
    await scanning
  }
  return { alone: spreadOf(alone), beside: spreadOf(beside) }
}

async function readPages({ world, clerk, watched }: County, took: number[]): Promise<void> {
  for (let place = 0; place < pagesInTurn; place += 1) {
    const began = performance.now()
    const filter = { unit: watched.unit }
    must(await listMatters(world, { by: clerk, filter, sort: 'newest', limit: 25 }))
    took.push(performance.now() - began)
    await setTimeout(10)
  }
}

async function scanWhile({ world, congress, today }: County, wanted: () => boolean): Promise<void> {
  while (wanted()) {
    for await (const rows of findOwed(world, congress, addDays(today, later)))
      if (!wanted() || rows.length === 0) break
    await setTimeout(1)
  }
}
