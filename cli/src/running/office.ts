/** Opens the data folder for one command and closes it again, whatever happens; the server may be running meanwhile. */
import { resolve } from 'node:path'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { openDatabase, type Database } from '@luoshi/ledger/engine/open-database'
import { openAppender } from '@luoshi/ledger/log/append'
import { openStore } from '@luoshi/server/evidence/store/open-store'
import { readStoreSettings } from '@luoshi/server/evidence/store/store-settings'
import { congressDb } from '@luoshi/server/execute/congress-db'
import type { World } from '@luoshi/server/execute/context'
import { congressCalendar } from '@luoshi/server/calendar/congress-calendar'
import { policyBook } from '@luoshi/server/execute/policy-book'
import { houseSealIn } from '@luoshi/server/execute/house-seal'
import { sheetSealIn } from '@luoshi/server/ledgers/sheet-seal'
import { openIntake } from '@luoshi/server/surveys/intake/intake'
import { textSeal } from '@luoshi/server/surveys/intake/text-seal'
import { trayKeys } from '@luoshi/server/surveys/intake/tray-keys'
import { tokenKeys } from '@luoshi/server/surveys/invited/token-keys'
import { createIdentity, type Identity } from '@luoshi/server/identity/identity'
import { sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'

export const officeOptions = { data: 'text', json: 'flag' } as const

export type Office = Readonly<{ database: Database; world: World; identity: Identity }>

export function clockNow(): Instant {
  return instant(new Date().toISOString())
}

/** `--data DIR`, by default `./data`; `DATABASE_URL` names a server instead of the embedded engine. */
export function dataFolderOf({ text }: Options, { cwd }: Terminal): string {
  return resolve(cwd, text('data') ?? 'data')
}

export async function withOffice(
  options: Options,
  terminal: Terminal,
  act: (office: Office) => Promise<ExitCode>,
  now: () => Instant = clockNow,
): Promise<ExitCode> {
  const databaseUrl = terminal.env['DATABASE_URL']
  const store = readStoreSettings(terminal.env)
  if (!store.ok) return sayPlain(terminal, options, store.refusal)
  const opened = await openDatabase({
    dataDir: dataFolderOf(options, terminal),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
  })
  if (!opened.ok) return sayPlain(terminal, options, opened.refusal)
  const database = opened.value
  try {
    const db = congressDb(database.pool)
    const files = openStore(store.value, database.dataDir)
    const calendar = congressCalendar(db)
    const policies = policyBook(db, calendar)
    const append = openAppender(database.pool)
    const sheets = await sheetSealIn(database.dataDir)
    const house = await houseSealIn(database.dataDir)
    const intake = openIntake({
      world: { db, append, now },
      keys: trayKeys(database.dataDir),
      texts: textSeal(db, database.dataDir),
      tokens: tokenKeys(db, database.dataDir),
      failed: (failure) => {
        throw failure
      },
    })
    const { dataDir } = database
    const world = { db, append, dataDir, files, policies, calendar, sheets, house, intake, now }
    return await act({
      database,
      world,
      identity: createIdentity({ pool: database.pool, clock: now }),
    })
  } finally {
    await database.close()
  }
}

type Plain = Readonly<{ code: string; zh: string; en: string }>

/** A refusal that is one sentence in each language, with its way out inside. */
export function sayPlain(
  terminal: Terminal,
  { flag }: Pick<Options, 'flag'>,
  { code, zh, en }: Plain,
): ExitCode {
  return sayRefusal(terminal, flag('json'), code, {
    zh: { what: zh, fix: '' },
    en: { what: en, fix: '' },
  })
}

/** The congress a command is about: the only one there is, or the one named. */
export async function congressFor(
  { identity }: Office,
  named: string | undefined,
): Promise<Result<CongressId, 'none' | 'several'>> {
  const all = await identity.congresses()
  const found =
    named === undefined ? all : all.filter(({ id, name }) => id === named || name === named)
  const [only, ...more] = found
  if (!only) return refuse('none')
  return more.length > 0 ? refuse('several') : accept(only.id)
}

export function sayNoCongress(
  terminal: Terminal,
  { flag, text }: Options,
  which: 'none' | 'several',
): ExitCode {
  const words = which === 'several' ? several : text('congress') === undefined ? notSetUp : notHere
  return sayRefusal(terminal, flag('json'), 'no-congress', words)
}

const several = bilingual(
  '这里有不止一个人大常委会。',
  '请用 --congress 写明是哪一个。',
  'There is more than one congress here.',
  'Name one with --congress.',
)

const notHere = bilingual(
  '这个数据文件夹里没有 --congress 写的人大常委会。',
  '请核对编号或者名称。',
  'There is no such congress in this data folder.',
  'Check the id or the name given with --congress.',
)

const notSetUp = bilingual(
  '这个数据文件夹里还没有设立人大常委会。',
  '请先用 luoshi serve 完成首次设置；数据在别处的，请用 --data 写明。',
  'There is no congress in this data folder yet.',
  'Finish the first setup with luoshi serve, or name another folder with --data.',
)
