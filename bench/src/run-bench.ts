/**
 * Measures our operations beside a bare floor in the same run, on an engine and a data folder of its own that are
 * deleted afterwards. Never a timed test: it tells, it does not judge.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApplication, type Application } from '@luoshi/server/application'
import { found, type County } from './data/county.ts'
import { fill, spreadInTime, type Made } from './data/fill.ts'
import { multiply } from './data/multiply.ts'
import { must } from './data/must.ts'
import { listPlan, workingPlan } from './data/plans.ts'
import { describeMachine, type Machine } from './machine/describe-machine.ts'
import { diskSync } from './machine/disk-sync.ts'
import { measureAll, type Measured } from './run/measure.ts'
import { measureDeadlines } from './run/measure-deadlines.ts'
import { measureMeeting } from './run/measure-meeting.ts'
import { measureExports } from './run/measure-exports.ts'
import { measureBallot } from './run/measure-ballot.ts'
import { measureCounting } from './run/measure-counting.ts'
import { measureImport } from './run/measure-import.ts'
import { measureResults } from './run/measure-results.ts'
import { measureSurvey } from './run/measure-survey.ts'
import { measureProof } from './run/measure-proof.ts'
import { settledMs, startCold, startLines, startWarm, type Starts } from './run/measure-start.ts'
import { openSides, postmasterOf } from './run/open-sides.ts'
import { readOperations } from './run/read-operations.ts'
import type { Scene } from './run/scene.ts'
import type { Single } from './run/single.ts'
import { spreadOf, type Spread } from './run/spread.ts'
import { writeOperations } from './run/write-operations.ts'
import { floorTables } from './sides/floor-answers.ts'

export type BenchOptions = Readonly<{
  /** How many matters; each size is measured, the growing operations at all of them. */
  sizes: readonly number[]
  repeats: number
  /** Share of the usual number of requests. */
  scale: number
  /** Tokens of a survey to be checked; a hundred thousand by default. */
  tokens?: number
  /** Ids of operations; null: all. */
  only: readonly string[] | null
  /** So many answers of a survey in one go; 0: not measured. */
  answers: number
  say: (line: string) => void
}>

export type SizeMeasured = Readonly<{
  rows: number
  fillSeconds: number
  operations: readonly Measured[]
}>

export type BenchReport = Readonly<{
  machine: Machine
  diskSyncMs: Spread
  /** Processors that others kept busy while requests were measured; null where it cannot be known. */
  foreignProcessors: Spread | null
  sizes: readonly SizeMeasured[]
  singles: readonly Single[]
}>

/** Measured at every size, so that growth shows. */
const growing = ['L1', 'L3', 'I1', 'W1', 'S1']
const workingMatters = 480
const inAppraisal = 10_000
/** What only reads what stands now is measured on copies beyond this many matters. */
const mostByRules = 10_000
const appraisalsOfDesk = 40

export async function runBench(options: BenchOptions): Promise<BenchReport> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-bench-'))
  // The engine runs as another account when we are root, and must find its way in.
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  try {
    const { warm, ...report } = await inFolder(dataDir, folder, options)
    if (!warm) return report
    const cold = await startCold(dataDir, options.repeats)
    return { ...report, singles: [...report.singles, ...startLines(warm, cold)] }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Within = BenchReport & Readonly<{ warm: Starts | null }>

async function inFolder(dataDir: string, folder: string, options: BenchOptions): Promise<Within> {
  const application = must(await openApplication({ dataDir }))
  try {
    return await withApplication(application, folder, options)
  } finally {
    await application.close()
  }
}

async function withApplication(
  application: Application,
  folder: string,
  options: BenchOptions,
): Promise<Within> {
  const { database } = application
  const owner = database.ownerPool()
  await owner.query(floorTables)
  const readsOnly = options.only?.every((id) => id.startsWith('D')) === true
  const largestSize = options.sizes.at(-1) ?? 0
  const county = await found(
    application,
    readsOnly ? Math.ceil(Math.min(largestSize, mostByRules) / appraisalsOfDesk) : inAppraisal,
  )
  const scene = await prepare(application, county, options)
  const { say, repeats, only } = options
  const wanted = (id: string) => only === null || only.includes(id)
  const diskSyncMs = await diskSync(database.dataDir)
  const sides = await openSides(application, county)
  const sizes: SizeMeasured[] = []
  const singles: Single[] = []
  let full: Scene['fullAppraisal'] | null = null
  try {
    const grown = readsOnly ? [largestSize] : options.sizes
    for (const [place, rows] of grown.entries()) {
      const largest = place === grown.length - 1
      const from = grown[place - 1] ?? 0
      const byRules = readsOnly ? Math.min(rows, mostByRules) : rows
      const filling = readsOnly ? { ...options, sizes: [byRules] } : options
      const { now, fillSeconds } = await grow(county, scene, from, byRules, filling)
      full = now.fullAppraisal
      if (rows > byRules) await multiply(owner, county, rows, say)
      await owner.query('vacuum analyze')
      const chosen = [...readOperations(now), ...writeOperations(now)].filter(
        ({ id }) => wanted(id) && (largest || growing.includes(id)),
      )
      say(`${rows} matters: ${chosen.map(({ id }) => id).join(' ')}`)
      const operations = await measureAll(sides, chosen, repeats, say)
      sizes.push({ rows, fillSeconds, operations })
    }
    if (wanted('M1')) {
      say('M1')
      const lines = Math.max(4, Math.round(40 * options.scale))
      singles.push(...(await measureMeeting(sides.ours, county, scene.appraisal, lines)))
    }
    if (wanted('V1')) {
      say('V1')
      const answers = Math.max(1_000, Math.round(20_000 * options.scale))
      const { ours: side, postmaster } = sides
      const { appraisal } = scene
      const { answers: long } = options
      const { ownerConfig: config } = database
      const on = { side, county, appraisal, owner, config, postmaster }
      const asked = { ...on, repeats, answers, long, say }
      singles.push(...(await measureSurvey(asked)))
    }
    if (wanted('V2')) {
      say('V2')
      const { ours: side, postmaster } = sides
      const { appraisal } = scene
      const asked = { side, county, appraisal, owner, postmaster, repeats, say }
      singles.push(...(await measureResults({ ...asked, sizes: ofResults(options) })))
    }
    if (wanted('X3') && full) {
      say('X3')
      const exports = Math.max(2, Math.round(20 * options.scale))
      singles.push(...(await measureExports(sides.ours, full, exports)))
    }
  } finally {
    await sides.close()
  }
  const foreign = sizes.flatMap(({ operations }) => operations.flatMap((one) => one.foreign ?? []))
  const foreignProcessors = foreign.length === 0 ? null : spreadOf(foreign)
  const paragraphs = Math.min(10_000, Math.max(100, Math.round(10_000 * options.scale)))
  const asked = { dataDir: database.dataDir, by: county.clerk, owner, paragraphs, repeats }
  if (wanted('D1') || wanted('D2')) {
    say('D1 D2')
    singles.push(
      ...(await measureDeadlines(
        county,
        { owner, postmaster: await postmasterOf(database.dataDir) },
        repeats,
      )),
    )
  }
  if (wanted('B1')) {
    say('B1')
    const postmaster = await postmasterOf(database.dataDir)
    const { appraisal } = scene
    const ballots = { application, county, appraisal, postmaster, say }
    singles.push(...(await measureBallot({ ...ballots, ...ofBallots(options) })))
    singles.push(...(await measureCounting(ofCounting(options))))
  }
  if (wanted('P1')) {
    say('P1')
    singles.push(...(await measureProof(application, county, folder, repeats)))
  }
  if (wanted('IM')) {
    say('IM')
    singles.push(...(await measureImport({ ...asked, appraisal: scene.appraisal })))
  }
  if (wanted('R1')) say('R1')
  const given = { config: database.ownerConfig, congress: county.congress }
  const settleMs = options.scale >= 1 ? settledMs : 0
  const warm = wanted('R1') ? await startWarm(database.dataDir, given, repeats, settleMs) : null
  return {
    machine: await describeMachine(owner),
    diskSyncMs,
    foreignProcessors,
    sizes,
    singles,
    warm,
  }
}

/** A whole congress, and a standing committee. */
function ofBallots({ scale }: BenchOptions) {
  const whole = scale >= 1
  return {
    deputies: Math.max(30, Math.round(3_000 * scale)),
    seconds: whole ? 20 : 1,
    committee: whole ? { members: 65, officials: 8 } : { members: 7, officials: 1 },
  }
}

/** A hundred thousand and a million; ten million when as many answers are asked for. */
function ofResults({ scale, answers }: BenchOptions): readonly number[] {
  const usual = [100_000, 1_000_000].map((size) => Math.max(1_000, Math.round(size * scale)))
  return answers >= 10_000_000 ? [...usual, 10_000_000] : usual
}

function ofCounting({ scale, repeats, tokens }: BenchOptions) {
  const usual = Math.max(1_000, Math.round(100_000 * scale))
  const ballots = Math.max(30, Math.round(3_000 * scale))
  return { ballots, tokens: tokens ?? usual, repeats: Math.min(repeats, 3) }
}

type Prepared = Omit<Scene, 'rows' | 'seen' | 'pastMoment' | 'fullAppraisal'> &
  Readonly<{ seen: Made[] }>

/** Matters that are worked on, on both sides, in an appraisal of their own. */
async function prepare(
  { database, world }: Application,
  county: County,
  { scale }: BenchOptions,
): Promise<Prepared> {
  const plan = workingPlan(county, county.today)
  const count = Math.max(24, Math.ceil(workingMatters * scale))
  const far = 900 * county.inAppraisal
  const at = () => world.now()
  const working = await fill(county, { from: far, to: far + count, planOf: () => plan, at })
  const { rows: workingOnFloor } = await database.ownerPool().query<Made>(
    `insert into bench_floor.matter (id, unit, status, title, updated_at, doc)
      select 'matter_working' || n, $1, 'planned', '事项' || n, now(), '{}' from generate_series(1, $2) n
      returning id, version`,
    [county.working.unit, count],
  )
  const appraisal = await county.appraisalOf(far)
  return { county, seen: [], working, workingOnFloor, appraisal, scale }
}

async function grow(
  county: County,
  scene: Prepared,
  from: number,
  rows: number,
  { sizes, say }: BenchOptions,
): Promise<Readonly<{ now: Scene; fillSeconds: number }>> {
  const began = performance.now()
  const at = spreadInTime(sizes.at(-1) ?? rows)
  const planOf = listPlan(county)
  const step = 10_000
  for (let first = from; first < rows; first += step) {
    const to = Math.min(rows, first + step)
    const made = await fill(county, { from: first, to, planOf, at })
    scene.seen.push(...made.slice(0, 1000))
    say(`${to} matters after ${((performance.now() - began) / 1000).toFixed(0)} s`)
  }
  const fillSeconds = (performance.now() - began) / 1000
  const fullAppraisal = {
    id: await county.appraisalOf(0),
    matters: Math.min(rows, county.inAppraisal),
  }
  const pastMoment = at(Math.floor(Math.min(rows, county.inAppraisal) * 0.8))
  return { now: { ...scene, rows, fullAppraisal, pastMoment }, fillSeconds }
}
