/** A unit's people take the ledger home as a sheet, change it, bring it back, and choose what of it counts. */
import { readLedgerFile } from '@luoshi/papers/ledgers/read-ledger-file'
import { aboutText } from '@luoshi/papers/ledgers/ledger-about'
import { ledgerPlan } from '@luoshi/papers/ledgers/ledger-sheet'
import { layouts, type LayoutKey, type LedgerField } from '@luoshi/domain/ledgers/layouts'
import { currentRound } from '@luoshi/domain/matters/matter'
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { writeWorkbook } from '@luoshi/papers/sheets/write-workbook'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import type { Principal } from '../identity/principal.ts'
import type { StepCommand } from '../matters/step-command.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { applyComeback } from './apply-comeback.ts'
import { bringBack, findComeback, listComebacks } from './come-back.ts'
import { exportLedger } from './export-ledger.ts'
import { showComeback } from './show-comeback.ts'

let county: TestCounty
let pipes: MatterId
let bridge: MatterId
let official: Principal
let staff: Principal
beforeAll(async () => {
  county = await testCounty()
  pipes = await county.handOver('供水管网漏损', county.water)
  bridge = await county.handOver('河道保洁', county.water)
  official = county.as('official', county.water.unit)
  staff = county.as('unitStaff', county.water.unit)
  for (const matter of [pipes, bridge])
    await county.step(staff, matter, { type: 'SignReceipt', signer: '收发员' })
})
afterAll(() => county[Symbol.asyncDispose]())

type Changes = Readonly<Record<string, Partial<Record<LedgerField, string>>>>

/** The ledger as exported by one person, with some cells written over, by matter and field. */
async function changed(
  by: Principal,
  changes: Changes,
  gone: readonly MatterId[] = [],
  layout: LayoutKey = 'full',
) {
  const made = value(await exportLedger(county.world, { by, filter: {}, layout }))
  const parts: Uint8Array[] = []
  for await (const part of made.pieces) parts.push(part)
  const { about, rows } = value(readLedgerFile(Buffer.concat(parts)))
  const plan = ledgerPlan(layouts[layout], { title: '', note: '' })
  const text = { ...plan, columns: plan.columns.map((one) => ({ ...one, kind: 'text' as const })) }
  const writer = writeWorkbook(text, aboutText(about, about.seal))
  const lines = rows.flatMap(({ cells }) => {
    const name = cells.at(-1) ?? ''
    if (gone.some((matter) => name.startsWith(matter))) return []
    const [, own = {}] = Object.entries(changes).find(([matter]) => name.startsWith(matter)) ?? []
    return [cells.map((cell, at) => own[layouts[layout].columns[at]?.field ?? 'blank'] ?? cell)]
  })
  return Buffer.concat([writer.rows(lines), writer.end()])
}

async function back(by: Principal, bytes: Uint8Array) {
  const id = value(await bringBack(county.world, { by, bytes, fileName: '台账.xlsx' }))
  return { id, shown: value(await showComeback(county.world, { by, id })) }
}

const planCells = {
  cause: '管网老化',
  goal: '漏损率降到一成以下',
  measures: '1.换管\n2.建漏损台账',
  oversees: '甲（副县长）',
  leads: '乙（局长）',
  section: '供水科',
  does: '丙',
}

const progress = (text: string): StepCommand => ({ type: 'ReportProgress', text, evidence: [] })

const roundOf = async (matter: MatterId) => {
  const { state } = await loadMatter(county.world.db, county.congress, matter)
  return isOpened(state) ? currentRound(state) : null
}

type Shown = Awaited<ReturnType<typeof back>>['shown']

/** Every changed cell, as it is seen. */
const allOf = ({ changed: lines, conflicts }: Shown) =>
  [...lines, ...conflicts].flatMap(({ matter, cells }) =>
    cells.map(({ field, ledger }) => ({ matter, field, ledger })),
  )

const apply = async (by: Principal, { id, shown }: Awaited<ReturnType<typeof back>>) =>
  value(await applyComeback(county.world, { by, id, chosen: allOf(shown) }))

describe('a sheet that comes back', () => {
  it('given a plan that lacks its measures, the plan’s own rule refuses it and nothing is written', async () => {
    const { goal, does } = planCells
    const tried = await apply(
      official,
      await back(official, await changed(official, { [pipes]: { goal, does } })),
    )
    expect(tried.cells).toMatchObject([
      { outcome: 'refused', by: 'plan-incomplete', fields: ['goal', 'does'] },
    ])
    expect((await roundOf(pipes))?.plan).toBeNull()
  })

  it('given the whole plan was written into it, becomes the plan by the official’s own step', async () => {
    await county.step(staff, pipes, {
      type: 'RecordMeeting',
      heldOn: county.clock.today(),
      attended: ['局长'],
      resolved: '逐条研究。',
    })
    const bytes = await changed(
      official,
      { [pipes]: { ...planCells, due: '2026-03-20' } },
      [],
      'plans',
    )
    const done = await apply(official, await back(official, bytes))
    expect(done.cells).toMatchObject([{ outcome: 'applied', by: 'SubmitPlan' }])
    const plan = (await roundOf(pipes))?.plan
    expect(plan).toMatchObject({
      task: planCells.goal,
      measures: ['换管', '建漏损台账'],
      dueOn: '2026-03-20',
      oversees: { name: '甲', post: '副县长' },
      does: { name: '丙', post: '供水科' },
    })
  })

  it('says before anything is chosen what each change would do, and for whom it is refused', async () => {
    const bytes = await changed(staff, { [bridge]: { goal: '降到一成', status: '已销号' } })
    const { shown } = await back(staff, bytes)
    const cells = shown.changed[0]?.cells ?? []
    expect(cells.map(({ field, step }) => [field, step])).toEqual([
      ['goal', null],
      ['status', null],
    ])
    expect(cells.map(({ refusal }) => refusal?.zh.fix !== '')).toEqual([true, true])
  })

  it('adds what was written below the progress, and never rewrites what was reported', async () => {
    await county.step(county.as('team'), pipes, { type: 'AcceptPlan', comments: '同意。' })
    await county.step(staff, pipes, progress('已换三公里。'))
    const said = `${county.clock.today()}：已换三公里。`
    const bytes = await changed(staff, { [pipes]: { progress: `${said}\n又换两公里。` } })
    const done = await apply(staff, await back(staff, bytes))
    expect(done.cells).toMatchObject([{ outcome: 'applied', by: 'ReportProgress' }])
    expect((await roundOf(pipes))?.progress.map(({ text }) => text)).toEqual([
      '已换三公里。',
      '又换两公里。',
    ])
    const rewritten = await changed(staff, { [pipes]: { progress: '已经全部换完。' } })
    expect((await apply(staff, await back(staff, rewritten))).cells).toMatchObject([
      { outcome: 'refused', by: 'progress-only-grows' },
    ])
  })

  it('given both sides went on, is a conflict with all three; only what was chosen is applied', async () => {
    const base = (await roundOf(pipes))?.progress.map(({ on, text }) => `${on}：${text}`) ?? []
    const bytes = await changed(staff, {
      [pipes]: { progress: [...base, '表里续写。'].join('\n'), status: '已办结' },
    })
    await county.step(staff, pipes, progress('系统里续写。'))
    const { id, shown } = await back(staff, bytes)
    expect(shown.changed).toEqual([])
    expect(shown.conflicts).toMatchObject([{ why: 'both', matter: pipes }])
    const [cell] = shown.conflicts[0]?.cells ?? []
    expect(cell).toMatchObject({ field: 'progress', was: base.join('\n') })
    expect(cell?.ledger).toContain('系统里续写。')

    const chooseNothing = () => applyComeback(county.world, { by: staff, id, chosen: [] })
    // Two colleagues at the same sheet.
    for (const done of await Promise.all([chooseNothing(), chooseNothing()]))
      expect(value(done)).toEqual({ cells: [], left: 2 })
    const asSeenLongAgo = [{ matter: pipes, field: 'progress', ledger: cell?.was ?? '' }] as const
    const stale = value(await applyComeback(county.world, { by: staff, id, chosen: asSeenLongAgo }))
    expect(stale.cells).toMatchObject([{ outcome: 'refused', by: 'changed-since' }])
    const seen = [{ matter: pipes, field: 'progress', ledger: cell?.ledger ?? '' }] as const
    const done = value(await applyComeback(county.world, { by: staff, id, chosen: seen }))
    expect(done).toMatchObject({ cells: [{ outcome: 'applied' }], left: 1 })
    expect((await roundOf(pipes))?.progress.map(({ text }) => text)).toEqual([
      '已换三公里。',
      '又换两公里。',
      '系统里续写。',
      '表里续写。',
    ])
    const { rows } = value(await listComebacks(county.world, { by: staff }))
    expect(rows.find((one) => one.id === id)?.applications.map(({ left }) => left)).toEqual([
      2, 2, 1, 1,
    ])
  })

  it('given a line was taken out, nothing is deleted', async () => {
    const { shown } = await back(staff, await changed(staff, {}, [bridge]))
    expect(shown.removed).toMatchObject([{ matter: bridge }])
    expect(await apply(staff, { id: shown.id, shown })).toEqual({ cells: [], left: 0 })
    expect(await roundOf(bridge)).not.toBeNull()
  })

  it('is seen by those who brought it and the clerk, by no other unit', async () => {
    const { id } = await back(staff, await changed(staff, {}))
    const other = county.as('unitStaff', county.roads.unit)
    expect(await findComeback(county.world, { by: other, id })).toMatchObject({
      refusal: { status: 404 },
    })
    expect((await findComeback(county.world, { by: county.as('clerk'), id })).ok).toBe(true)
    const observer = county.as('observer')
    expect(await findComeback(county.world, { by: observer, id })).toMatchObject({
      refusal: { status: 403 },
    })
  })
})
