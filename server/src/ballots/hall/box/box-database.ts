/**
 * The box's database and role, apart from the main one: the role of either cannot enter the database of the other. With the
 * built-in engine both are made here; on a server that somebody else runs a second URL names the box's.
 * Source: ballot.md §3.4 (different databases with different accounts).
 */
import { createHmac } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Database } from '@luoshi/ledger/engine/open-database'
import { Client, DatabaseError, escapeIdentifier, type ClientConfig } from 'pg'

export const boxRole = 'luoshi_box'

export type BoxDatabaseRefusal = Readonly<{
  code: 'box-not-set-up' | 'box-not-apart' | 'box-without-address'
  words: Bilingual
}>

export type MainDatabase = Pick<Database, 'appConfig' | 'ownerConfig'>

type Asked = Readonly<{
  main: MainDatabase
  /** Ours to make beside the main one, or another server's, named by its URL. */
  isBuiltIn: boolean
  boxUrl: string | null
}>

export async function boxDatabase({
  main,
  isBuiltIn,
  boxUrl,
}: Asked): Promise<Result<ClientConfig, BoxDatabaseRefusal>> {
  if (boxUrl === null && !isBuiltIn) return refuse(notSetUp)
  const box = boxUrl === null ? await makeBeside(main) : { connectionString: boxUrl }
  return (await areApart(main, box)) ? accept(box) : refuse(notApart)
}

async function makeBeside({ ownerConfig, appConfig }: MainDatabase): Promise<ClientConfig> {
  const name = `${ownerConfig.database ?? 'luoshi'}_box`
  const password = createHmac('sha256', String(ownerConfig.password))
    .update(boxRole)
    .digest('base64url')
  const client = new Client(ownerConfig)
  client.on('error', () => undefined)
  await client.connect()
  try {
    // One after the other, however many processes come at once.
    await client.query(`select pg_advisory_lock(hashtext('luoshi box'))`)
    await settleRole(client, password)
    const [box, here] = [escapeIdentifier(name), escapeIdentifier(ownerConfig.database ?? 'luoshi')]
    const known = await client.query('select from pg_database where datname = $1', [name])
    if (known.rowCount === 0) await client.query(`create database ${box} owner ${boxRole}`)
    await client.query(`revoke all on database ${box} from public`)
    await client.query(`revoke all on database ${here} from public`)
    await client.query(
      `grant connect on database ${here} to ${escapeIdentifier(String(appConfig.user))}`,
    )
    return { ...ownerConfig, database: name, user: boxRole, password }
  } finally {
    await client.end()
  }
}

/** Roles belong to the whole engine, the lock to one database: beside another one the same role may be set up right now. */
async function settleRole(client: Client, password: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const role = await client.query('select from pg_roles where rolname = $1', [boxRole])
      if (role.rowCount === 0) await client.query(`create role ${boxRole}`)
      await client.query(
        `alter role ${boxRole} login noinherit nosuperuser nocreatedb nocreaterole
          password ${client.escapeLiteral(password)}`,
      )
      return
    } catch (failure) {
      if (tries >= 20 || !isAtTheSameTime(failure)) throw failure
      await after(25)
    }
  }
}

/** Another one was quicker: it is there by now, or was changed in this moment. */
function isAtTheSameTime(failure: unknown): boolean {
  if (!(failure instanceof DatabaseError)) return false
  const { code, message } = failure
  return code === '23505' || code === '42710' || message === 'tuple concurrently updated'
}

/** Tried, not assumed. */
async function areApart({ appConfig }: MainDatabase, box: ClientConfig): Promise<boolean> {
  const there = placeOf(box)
  const here = placeOf(appConfig)
  const [boxIsIn, appIsIn] = await Promise.all([
    canEnter({ ...here, user: there.user, password: there.password }),
    canEnter({ ...there, user: here.user, password: here.password }),
  ])
  return !boxIsIn && !appIsIn
}

/** Of a URL, too, its parts. */
function placeOf(config: ClientConfig) {
  const { host, port, database, user, password, ssl } = new Client(config)
  return { host, port, ssl, user, password, ...(database === undefined ? {} : { database }) }
}

async function canEnter(config: ReturnType<typeof placeOf>): Promise<boolean> {
  const { user = '', password = null, ...place } = config
  const client = new Client({ ...place, user, ...(password === null ? {} : { password }) })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

export const noAddress: BoxDatabaseRefusal = {
  code: 'box-without-address',
  words: bilingual(
    '票箱没有自己的网址，手机连不上。',
    '请管理员为票箱另设一个域名和证书，写入 LUOSHI_BOX_URL 后重启服务；设置方法见运维说明“票箱”。',
    'The box has no address of its own that phones could reach.',
    'Have the administrator give it a host name and a certificate and set LUOSHI_BOX_URL; see “The box” in the operations notes.',
  ),
}

const notSetUp: BoxDatabaseRefusal = {
  code: 'box-not-set-up',
  words: bilingual(
    '票箱数据库没有设置，不能在本系统投票。',
    '请管理员为票箱另建数据库和账号，写入 LUOSHI_BOX_DATABASE_URL 后重启服务；也可以改用纸质票。',
    'The box has no database of its own, so nothing can be cast here.',
    'Have the administrator make one with a role of its own and set LUOSHI_BOX_DATABASE_URL.',
  ),
}

const notApart: BoxDatabaseRefusal = {
  code: 'box-not-apart',
  words: bilingual(
    '票箱数据库与台账数据库没有分开：一方的账号进得了另一方。',
    '请管理员收回两个数据库对 PUBLIC 的 CONNECT 权限，只授予各自的账号，然后重启服务。',
    'The box’s database and the main one are not apart: the role of one can enter the other.',
    'Revoke CONNECT from PUBLIC on both and grant it to their own roles only, then restart.',
  ),
}
