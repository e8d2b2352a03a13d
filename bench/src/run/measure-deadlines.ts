/**
 * D1: the clerk's desk, and all that waits besides matters. D2: the whole scan of deadlines over everything that is open, at
 * its usual pace with its rests: a first scan to which all is newly late and silent, and the one on the day after. D2p: what
 * a page costs meanwhile.
 */
import { setTimeout } from 'node:timers/promises'
import { addDays, instant } from '@luoshi/domain/kernel/day'
import { readDesk } from '@luoshi/server/desk/read-desk'
import { readTasks } from '@luoshi/server/desk/read-tasks'
import type { World } from '@luoshi/server/execute/context'
import { listMatters } from '@luoshi/server/matters/list-matters'
import { scanOnce } from '@luoshi/server/messages/daily-scan'
import type { Pool } from 'pg'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import { processorTimeOfFamily } from '../machine/processor-time.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

/** By then everything that is owed at all is late. */
const later = 400
const mostSlower = 1.1
const turns = 5
const pagesInTurn = 40

type Base = Readonly<{ owner: Pool; postmaster: number }>

export async function measureDeadlines(
  county: County,
  base: Base,
  repeats: number,
): Promise<readonly Single[]> {
  const { desk, tasks, open, appraisals } = await readDesks(county, Math.max(3, repeats))
  const first: Scanned[] = []
  const next: Scanned[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await forget(base.owner)
    first.push(await scanned(county, base, later))
    next.push(await scanned(county, base, later + 1))
  }
  const wrong = first.find(({ late }) => late !== open)
  if (wrong) throw new Error(`${open} matters are owed, the scan found ${wrong.late}`)
  const pages = await pagesBeside(county, base)
  const note = `${open.toLocaleString('en')} open matters`
  // What it costs hangs on days, appraisals and units more than on matters: nothing is reckoned in proportion.
  const scanNote = `${note}; the target is for a million`
  const single = (id: string, name: string, unit: Single['unit'], values: readonly number[]) => {
    return { id, name, unit, target: null, floor: null, ours: spreadOf(values), note }
  }
  const scan = (id: string, name: string, values: readonly number[], target: number | null) => {
    return { ...single(id, name, 's', values), target, note: scanNote }
  }
  return [
    { ...single('D1', 'the clerk’s desk and its tasks, in the server', 'ms', desk), target: 150 },
    {
      ...single('D1t', 'of that the tasks', 'ms', tasks),
      note: `${appraisals} appraisals that are running`,
    },
    scan('D2', 'first scan of deadlines, everything newly late and silent', seconds(first), 20),
    scan('D2c', 'its processor time, server and database', processor(first), null),
    scan('D2n', 'the scan on the day after', seconds(next), 20),
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

async function readDesks({ world, clerk }: County, repeats: number) {
  const [desk, tasks]: [number[], number[]] = [[], []]
  let open = 0
  let appraisals = 0
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const began = performance.now()
    const { counts } = must(await readDesk(world, clerk))
    const between = performance.now()
    const { rows } = must(await readTasks(world, clerk))
    const ended = performance.now()
    desk.push(ended - began)
    tasks.push(ended - between)
    open = counts.issued + counts.received + counts.inProgress + counts.committed
    appraisals = rows.filter(({ kind }) => kind === 'appraisal').length
  }
  return { desk, tasks, open, appraisals }
}

type Scanned = Readonly<{ seconds: number; processor: number; late: number }>

const seconds = (all: readonly Scanned[]) => all.map((one) => one.seconds)
const processor = (all: readonly Scanned[]) => all.map((one) => one.processor)

/** As if there had been no scan. */
async function forget(owner: Pool): Promise<void> {
  for (const table of ['deadline_scan', 'scan_reader', 'note'])
    await owner.query(`delete from luoshi.${table}`)
}

function inDays({ world, today }: County, days: number): World {
  return { ...world, now: () => instant(`${addDays(today, days)}T01:00:00.000Z`) }
}

async function scanned(
  county: County,
  { owner, postmaster }: Base,
  days: number,
): Promise<Scanned> {
  const used = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000
  const before = used() + (processorTimeOfFamily(postmaster) ?? 0)
  const began = performance.now()
  if (!(await scanOnce(inDays(county, days), county.congress))) throw new Error('Nothing scanned')
  const ended = performance.now()
  const { rows } = await owner.query<{ late: number }>(
    `select coalesce(sum((facts ->> 'count')::int), 0)::int as late from luoshi.note
      where congress = $1 and cause = 'overdue' and day = $2`,
    [county.congress, addDays(county.today, days)],
  )
  const after = used() + (processorTimeOfFamily(postmaster) ?? 0)
  return {
    seconds: (ended - began) / 1000,
    processor: (after - before) / 1000,
    late: rows[0]?.late ?? 0,
  }
}

/** Pages at a person's pace, in turn without and with a scan that begins anew as long as it is looked at. */
async function pagesBeside(county: County, { owner }: Base) {
  const alone: number[] = []
  const beside: number[] = []
  await readPages(county, [])
  for (let turn = 0; turn < turns; turn += 1) {
    await readPages(county, alone)
    let wanted = true
    const scanning = scanWhile(county, owner, () => wanted)
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

async function scanWhile(county: County, owner: Pool, wanted: () => boolean): Promise<void> {
  while (wanted()) {
    await forget(owner)
    await scanOnce(inDays(county, later), county.congress)
    await setTimeout(1)
  }
}
