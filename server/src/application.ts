/**
 * The application without its HTTP: store, identity, commands and queries, opened once. The server, the CLI and the
 * demo all go through here, so whatever one of them can do, the same rules decide.
 */
import { join } from 'node:path'
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { openDatabase, type Database } from '@luoshi/ledger/engine/open-database'
import type { EngineRefusal } from '@luoshi/ledger/engine/engine-refusal'
import { openAppender } from '@luoshi/ledger/log/append'
import { signingKey, type SigningKey } from '@luoshi/ledger/proof/signing-key'
import { endParsing } from '@luoshi/papers/parse-in-worker'
import { congressCalendar } from './calendar/congress-calendar.ts'
import { commandsOf, type Commands } from './commands.ts'
import { clamdScanner } from './evidence/scanning/clamd.ts'
import type { ClamdPlace } from './evidence/scanning/clamd-settings.ts'
import { openStore } from './evidence/store/open-store.ts'
import type { StoreSettings } from './evidence/store/store-settings.ts'
import { congressDb } from './execute/congress-db.ts'
import type { World } from './execute/context.ts'
import { houseSealIn } from './execute/house-seal.ts'
import { policyBook } from './execute/policy-book.ts'
import { createIdentity, type Identity } from './identity/identity.ts'
import { oidcSecretsIn } from './identity/oidc-secrets.ts'
import { sealKeyIn } from './identity/sealing.ts'
import { sheetSealIn } from './ledgers/sheet-seal.ts'
import { queriesOf, type Queries } from './queries.ts'
import { openIntake, usualLimits } from './surveys/intake/intake.ts'
import type { TrayLimits } from './surveys/intake/tray-line.ts'
import { textSeal } from './surveys/intake/text-seal.ts'
import { trayKeys } from './surveys/intake/tray-keys.ts'
import { tokenKeys } from './surveys/invited/token-keys.ts'

export type Application = Readonly<{
  database: Database
  world: World
  identity: Identity
  signingKey: SigningKey
  commands: Commands
  queries: Queries
  close: () => Promise<void>
}>

export type ApplicationOptions = Readonly<{
  dataDir: string
  databaseUrl?: string
  /** By default the clock of the machine. The demo brings its own, to live through months in seconds. */
  clock?: () => Instant
  connections?: number
  /** Where files are kept; by default in a folder beside the database. */
  files?: StoreSettings
  /** The virus scanner; none by default. */
  clamd?: ClamdPlace | null
  log?: (line: string) => void
  /** Of the trays in which answers of surveys wait. */
  trays?: Partial<TrayLimits>
}>

export const machineClock = (): Instant => instant(new Date().toISOString())

export async function openApplication({
  clock = machineClock,
  ...options
}: ApplicationOptions): Promise<Result<Application, EngineRefusal>> {
  const opened = await openDatabase(options)
  if (!opened.ok) return opened
  const database = opened.value
  const { pool, dataDir } = database
  const db = congressDb(pool)
  const files = openStore(options.files ?? { kind: 'disk' }, dataDir)
  const append = openAppender(pool)
  const calendar = congressCalendar(db)
  const policies = policyBook(db, calendar)
  const sheets = await sheetSealIn(dataDir)
  const house = await houseSealIn(dataDir)
  const scanner = options.clamd ? clamdScanner(options.clamd) : undefined
  const intake = openIntake({
    world: { db, append, now: clock },
    keys: trayKeys(dataDir),
    texts: textSeal(db, dataDir),
    tokens: tokenKeys(db, dataDir),
    limits: { ...usualLimits, ...options.trays },
    failed: (failure) => options.log?.(`survey answers wait to be written: ${String(failure)}`),
  })
  const world: World = {
    db,
    append,
    files,
    dataDir,
    policies,
    calendar,
    sheets,
    intake,
    house,
    now: clock,
    ...(scanner && { scanner }),
  }
  return accept({
    database,
    world,
    identity: createIdentity({
      pool,
      clock,
      unitName: unitNameIn(world),
      sealKey: await sealKeyIn(dataDir),
      oidcSecrets: oidcSecretsIn(join(dataDir, 'secrets'), process.env),
    }),
    signingKey: await signingKey(dataDir),
    commands: commandsOf(world),
    queries: queriesOf(world),
    close: async () => {
      await endParsing()
      await database.close()
    },
  })
}

function unitNameIn({ db }: World): NonNullable<Parameters<typeof createIdentity>[0]['unitName']> {
  return async (congress, unit) => {
    const [row] = await db.rows<{ name: string }>(congress, {
      text: 'select name from luoshi.unit_view where congress = $1 and id = $2 and to_seq is null',
      values: [congress, unit],
    })
    return row?.name ?? null
  }
}
