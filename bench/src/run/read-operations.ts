/** The operations that only read: lists, pages, the past, one matter, searches, the file for spreadsheets. */
import { bigrams } from '@luoshi/ledger/projections/bigrams'
import { commonWord, rareWord } from '../data/said.ts'
import type { Sample } from '../load/job.ts'
import { get, listsDiffer, times, type Operation } from './operation.ts'
import type { Scene } from './scene.ts'

const status = 'issued'

export function readOperations(scene: Scene): readonly Operation[] {
  const { county, seen, pastMoment, scale } = scene
  const { unit } = county.watched
  const lists = { as: 'clerk', differ: listsDiffer } as const
  const quick = { concurrency: 8, count: Math.ceil(120 * scale) }
  const alike = (path: string) => (count: number) => times(count, () => get(path))
  const ofUnit = `/api/v1/matters?unit=${unit}&status=${status}&sort=newest`
  const floorUnit = alike(`/unit?unit=${unit}&status=${status}`)
  const from = Math.max(26, scene.rows - Math.min(20_000, Math.floor(scene.rows / 2)))
  const cursor = Buffer.from(JSON.stringify([from])).toString('base64url')
  const at = encodeURIComponent(pastMoment)
  const csv = scene.fullAppraisal
  const matterAt = (place: number) => seen[(place * 37) % seen.length]?.id ?? ''
  const pairs = [...new Set(bigrams(rareWord))].join(',')
  const rare = encodeURIComponent(rareWord)
  const common = encodeURIComponent(commonWord)
  const search = { concurrency: 1, count: Math.ceil(24 * scale), ...lists }
  return [
    {
      id: 'L1',
      name: 'matters of one unit: filter, sort, exact count, 25 of 2,000',
      target: { cpuMs: 2, wallMs: null },
      ...quick,
      ...lists,
      ours: alike(ofUnit),
      floor: floorUnit,
    },
    {
      id: 'L1u',
      name: 'L1 as the staff of a unit see their own',
      target: { cpuMs: 2, wallMs: null },
      ...quick,
      as: 'staff',
      differ: listsDiffer,
      ours: alike('/api/v1/matters?status=inProgress&sort=newest'),
      floor: alike(`/unit?unit=${county.working.unit}&status=inProgress`),
    },
    {
      id: 'L2',
      name: 'first useful paint of the ledger: session, units, first page',
      target: { cpuMs: 3.5, wallMs: null },
      ...quick,
      ...lists,
      ours: (count) =>
        times(count, () => [...get('/api/v1/session'), ...get('/api/v1/units'), ...get(ofUnit)]),
      floor: floorUnit,
    },
    {
      id: 'L3',
      name: 'all matters, newest 25, exact count',
      target: { cpuMs: 1.5, wallMs: null },
      ...quick,
      ...lists,
      ours: alike('/api/v1/matters?sort=newest'),
      floor: alike('/all'),
    },
    {
      id: 'L4',
      name: 'the page from row 20,000 on',
      target: { cpuMs: 2, wallMs: null },
      ...quick,
      ...lists,
      ours: alike(`/api/v1/matters?sort=newest&after=${cursor}`),
      floor: alike(`/after?number=${from}`),
    },
    {
      id: 'L5',
      name: 'L1 as of a past moment',
      target: { cpuMs: 4, wallMs: null },
      ...quick,
      ...lists,
      ours: alike(`${ofUnit}&asOf=${at}`),
      floor: alike(`/past?unit=${unit}&status=${status}&at=${at}`),
    },
    {
      id: 'I1',
      name: 'one matter with its whole trail',
      target: { cpuMs: 0.8, wallMs: null },
      ...quick,
      as: 'clerk',
      differ: trailsDiffer,
      ours: (count) => times(count, (place) => get(`/api/v1/matters/${matterAt(place)}`)),
      floor: (count) => times(count, (place) => get(`/one?matter=${matterAt(place)}`)),
    },
    {
      id: 'S1',
      name: 'Chinese words, rare (0.1 %), newest 25',
      target: { cpuMs: null, wallMs: 4 },
      ...search,
      differ: (ours, floor) => listsDiffer(ours, capped(floor)),
      ours: alike(`/api/v1/matters?sort=newest&text=${rare}`),
      floor: alike(`/rare?word=${rare}&pairs=${pairs}`),
    },
    {
      id: 'S2',
      name: 'Chinese words, common (11 %), newest 25',
      target: { cpuMs: null, wallMs: 8 },
      ...search,
      differ: (ours, floor) => listsDiffer(ours, capped(floor)),
      ours: alike(`/api/v1/matters?sort=newest&text=${common}`),
      floor: alike(`/common?word=${common}`),
    },
    {
      id: 'X1',
      name: `${csv.matters.toLocaleString('en')} matters as CSV`,
      target: { cpuMs: csv.matters === 10_000 ? 150 : null, wallMs: null },
      concurrency: 1,
      count: 1,
      as: 'clerk',
      differ: (ours, floor) =>
        ours.lines === floor.lines && ours.lines === csv.matters + 1
          ? null
          : `lines differ: ${ours.lines} and ${floor.lines}`,
      ours: alike(`/api/v1/matters.csv?appraisal=${csv.id}&sort=number`),
      floor: alike(`/csv?appraisal=${csv.id}`),
    },
    {
      id: 'X2',
      name: `${csv.matters.toLocaleString('en')} matters as a formatted workbook`,
      target: { cpuMs: null, wallMs: csv.matters === 10_000 ? 1500 : null },
      concurrency: 1,
      count: 1,
      as: 'clerk',
      // Packed, so only that there is something for each matter; the tests of the ledger read what is in it.
      differ: (ours, floor) => {
        const least = Math.min(ours.bytes, floor.bytes) / csv.matters
        return least > 4 ? null : `${least} bytes a matter`
      },
      ours: alike(`/api/v1/ledger.xlsx?appraisal=${csv.id}&layout=full`),
      floor: alike(`/sheet?appraisal=${csv.id}`),
    },
  ]
}

/** Both count up to two hundred and then say so. */
function capped(floor: Sample): Sample {
  return { ...floor, body: floor.body.replace('"count":201', '"count":200') }
}

function trailsDiffer(ours: Sample, floor: Sample): string | null {
  type One = Readonly<{ id: string; title: string; trail: readonly unknown[] }>
  const one: One = JSON.parse(ours.body)
  const other: One = JSON.parse(floor.body)
  if (one.id !== other.id) return 'not the same matter'
  return one.trail.length === other.trail.length && one.trail.length > 0
    ? null
    : `trails differ: ${one.trail.length} and ${other.trail.length}`
}
