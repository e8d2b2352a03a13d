/** Where everything of the embedded engine lies inside a data folder. */
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The cluster's folder bears PostgreSQL's major version: another major cannot read it. */
export const engineMajor = 18

export type EngineLayout = Readonly<{
  dataDir: string
  clusterDir: string
  /** initdb works here and the finished cluster is renamed: a killed initdb leaves no half cluster behind. */
  unfinishedDir: string
  /** Sockets of engine and keeper. Outside the data folder only when its path is too long for a socket. */
  runDir: string
  keeperSocket: string
  keeperLock: string
  logFile: string
  ownerSecret: string
  appSecret: string
}>

/** `sun_path` holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const longestSocket = 100
export const enginePort = 5432

export function engineLayout(dataDir: string): EngineLayout {
  const inside = join(dataDir, 'run')
  const fits = Buffer.byteLength(join(inside, `.s.PGSQL.${enginePort}`)) <= longestSocket
  const short = createHash('sha256').update(dataDir).digest('hex').slice(0, 16)
  const runDir = fits ? inside : join(tmpdir(), `luoshi-${short}`)
  return {
    dataDir,
    clusterDir: join(dataDir, `pg${engineMajor}`),
    unfinishedDir: join(dataDir, `pg${engineMajor}.unfinished`),
    runDir,
    keeperSocket: join(runDir, 'keeper.sock'),
    keeperLock: join(dataDir, 'keeper.lock'),
    logFile: join(dataDir, 'engine.log'),
    ownerSecret: join(dataDir, 'owner.secret'),
    appSecret: join(dataDir, 'app.secret'),
  }
}
