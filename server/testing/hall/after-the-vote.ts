/** What must hold after any vote in which something was killed: nothing lost, nothing twice, nothing that links. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { idOf } from '@luoshi/domain/kernel/ids'
import { Client } from 'pg'
import { expect } from 'vitest'
import { folderOf } from '../../src/ballots/hall/bulletin-files.ts'
import { read } from './hall-people.ts'
import { voterAddress, type KillableHall } from './killable-hall.ts'
import { insisted, markOf, type Vote } from './scripted-vote.ts'

/** Every vote counted once, each phone with its receipt, and no key, file or row left from which one could be told. */
export async function holdsAfter(
  killable: KillableHall,
  { ballot, frozen, phones }: Vote,
): Promise<void> {
  const voters = phones.length
  const detail = await insisted(() => read(killable.hall.clerk, ballot))
  const against = phones.filter((_, at) => markOf(at) === 2).length
  const counts = [voters - against, 0, against, 0, 0]
  expect(detail).toMatchObject({
    status: 'counted',
    issued: { tokens: voters, paper: 0 },
    result: { total: [{ cast: voters, counts, blank: 0, invalid: 0 }] },
  })
  expect(phones.every(({ receipt }) => receipt)).toBe(true)
  const { dataDir } = killable
  const { bulletin } = await readBulletin(folderOf({ dataDir }, idOf('ballot', ballot)))
  const verdict = await verifyBulletin(bulletin)
  expect(verdict).toMatchObject({ ok: true, value: { ballots: voters } })
  const pool = killable.application.database.ownerPool()
  const keys = 'select name from luoshi.cast_key where ballot = $1'
  expect((await insisted(() => pool.query(keys, [ballot]))).rows).toEqual([])
  expect(await readdir(join(dataDir, 'ballots', ballot))).toHaveLength(6)
  expect(await insisted(() => leftInBox(killable, frozen.hash))).toEqual([])
}

export async function boxClient({ application }: KillableHall): Promise<Client> {
  const { ownerConfig } = application.database
  const client = new Client({ ...ownerConfig, database: `${ownerConfig.database}_box` })
  // Whoever asks hears of it; unheard, an engine that dies would end the test.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Rows of the box's database, and files with its keys. */
export async function leftInBox(killable: KillableHall, mh: string): Promise<readonly string[]> {
  const client = await boxClient(killable)
  try {
    const text = 'select mh from luoshi.box_writing where mh = $1'
    const { rows } = await client.query<{ mh: string }>(text, [mh])
    const files = await readdir(killable.dataDir, { recursive: true })
    return [...rows.map((row) => row.mh), ...files.filter((name) => name.includes(`box-${mh}`))]
  } finally {
    await client.end()
  }
}

/** No log of server, box or engine has a secret of the vote in it. */
export async function noLogTells(killable: KillableHall, vote: Vote): Promise<void> {
  const logs = await killable.logs()
  // They are the right ones: the server's own lines and the engine's are in them.
  expect(logs).toContain('/api/v1/ballots/')
  expect(logs).toContain('database system is ready to accept connections')
  for (const secret of secretsOf(killable, vote))
    expect([secret, logs.includes(secret)]).toEqual([secret, false])
}

function secretsOf(
  { hall: { members } }: KillableHall,
  { phones, frozen, locks }: Vote,
): readonly string[] {
  return [
    voterAddress,
    frozen.manifest.serverPk,
    ...members.map(({ name }) => name),
    ...locks.flatMap(({ pk, shares }) => [pk, ...shares]),
    ...phones.flatMap(({ pending, token, made }) => [
      ...pending.flatMap(({ pk, pre, secret, blinded }) => [
        pk,
        pre,
        secret,
        ...blinded.flatMap(({ z, inv }) => [z, inv]),
      ]),
      ...(token?.tok ?? []),
      ...(made ? [made.id, made.text.slice(0, 60)] : []),
    ]),
  ]
}
