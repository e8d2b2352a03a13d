/** D1: the clerk's desk. D2: the scan of deadlines over everything that is open, at its usual pace with its rests. */
import { addDays } from '@luoshi/domain/kernel/day'
import { findOwed } from '@luoshi/server/calendar/scan-deadlines'
import { readDesk } from '@luoshi/server/desk/read-desk'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

const promised = 1_000_000
/** By then everything that is owed at all is late. */
const later = 400

export async function measureDeadlines(
  { world, congress, clerk, today }: County,
  repeats: number,
): Promise<readonly Single[]> {
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
  ]
}
