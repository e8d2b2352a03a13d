import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../../testing/fresh-database.ts'
import type { FreshDatabase } from '../../testing/fresh-database.ts'
import { scratchFolder } from '../../testing/scratch-folder.ts'
import { restoreBackup } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

const slow = { timeout: 90_000 }

describe('a backup', slow, () => {
  it('brings every row, sequence and file into an empty store, byte by byte', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    await eraseAndFill(stage.database)
    const written = await writeBackup(stage.store, stage.file)
    expect(written).toMatchObject({ ok: true })
    const restored = await restoreBackup(empty.store, stage.file)
    expect(restored).toMatchObject({ ok: true })
    expect(await contentOf(empty.database)).toEqual(await contentOf(stage.database))
    for (const file of [stage.evidence, 'keys/checkpoint.pem']) {
      expect(await readFile(join(empty.store.dataDir, file))).toEqual(
        await readFile(join(stage.store.dataDir, file)),
      )
    }
    expect(await readdir(empty.store.dataDir)).toEqual(['files', 'keys'])
  })

  it('holds neither answers of surveys that wait to be written nor the keys that open them', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    const tray = 'ab'.repeat(16)
    const keys = join(stage.store.dataDir, 'keys')
    await writeFile(join(keys, `survey-tray-${tray}.pem`), 'a key of a tray')
    await writeFile(join(keys, 'survey-texts-survey_0001.pem'), 'a key of texts')
    await stage.database.owner.query(
      `INSERT INTO luoshi.survey_tray (congress, survey, tray, kind, sealed)
       VALUES ('c', 'survey_0001', $1, 'answers', '\\x0102')`,
      [tray],
    )
    expect(await writeBackup(stage.store, stage.file)).toMatchObject({ ok: true })
    expect(gunzipSync(await readFile(stage.file)).includes(tray)).toBe(false)
    expect(await verifyBackup(stage.file)).toMatchObject({ ok: true })
    expect(await restoreBackup(empty.store, stage.file)).toMatchObject({ ok: true })
    const { rows } = await empty.database.owner.query('SELECT FROM luoshi.survey_tray')
    expect(rows).toEqual([])
    expect((await readdir(join(empty.store.dataDir, 'keys'))).sort()).toEqual([
      'checkpoint.pem',
      'survey-texts-survey_0001.pem',
    ])
  })

  it('keeps the guards of the tables on after it was restored', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    await writeBackup(stage.store, stage.file)
    await restoreBackup(empty.store, stage.file)
    const guards = `SELECT tgrelid::regclass::text AS on, tgname, tgenabled FROM pg_trigger
      WHERE NOT tgisinternal ORDER BY 1, 2`
    const { rows } = await empty.database.owner.query(guards)
    expect(rows).toEqual((await stage.database.owner.query(guards)).rows)
    expect(rows.every((row) => row['tgenabled'] === 'O')).toBe(true)
    await expect(empty.database.owner.query(`DELETE FROM luoshi.event`)).rejects.toThrow(
      /append-only/u,
    )
  })

  it('opens in any tar program', async () => {
    await using stage = await stageWithData()
    await writeBackup(stage.store, stage.file)
    const names = execFileSync('tar', ['tzf', stage.file], { encoding: 'utf8' }).split('\n')
    expect(names).toContain('tables/event/000001.copy')
    expect(names.slice(-3)).toEqual(['manifest.json', 'manifest.sha256', ''])
  })

  it('is for its owner’s eyes, leaves no half file, and never overwrites', async () => {
    await using stage = await stageWithData()
    await writeBackup(stage.store, stage.file)
    expect((await stat(stage.file)).mode & 0o777).toBe(0o600)
    expect(await readdir(stage.folder)).toEqual(['backup.tar.gz', 'data'])
    const again = await writeBackup(stage.store, stage.file)
    expect(again).toMatchObject({ ok: false, refusal: { code: 'backup-exists' } })
  })

  it('is refused where there is data already, which stays', async () => {
    await using stage = await stageWithData()
    await writeBackup(stage.store, stage.file)
    const before = await contentOf(stage.database)
    const refused = await restoreBackup(stage.store, stage.file)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'store-not-empty' } })
    expect(await contentOf(stage.database)).toEqual(before)
  })

  it('is not restored when cut short, wherever that was', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    await writeBackup(stage.store, stage.file)
    const bytes = await readFile(stage.file)
    const cut = join(stage.folder, 'cut.tar.gz')
    for (const share of [0, 0.01, 0.5, 0.9, 0.999]) {
      await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length * share)))
      const refused = await restoreBackup(empty.store, cut)
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'backup-damaged' } })
    }
    expect(await restoreBackup(empty.store, stage.file)).toMatchObject({ ok: true })
  })

  it('is not restored when any byte was altered, in the file or under its gzip', async () => {
    await using stage = await stageWithData()
    await writeBackup(stage.store, stage.file)
    const packed = await readFile(stage.file)
    const unpacked = gunzipSync(packed)
    const altered = join(stage.folder, 'altered.tar.gz')
    for (let round = 0; round < 16; round += 1) {
      const under = round % 2 === 0
      const bytes = Buffer.from(under ? unpacked : packed)
      // Past gzip's own header, which has bytes without meaning; and not in tar's, whose padding has none.
      const place = 20 + Math.floor(((bytes.length - 30) * round) / 16)
      bytes[place] = (bytes[place] ?? 0) ^ 0x01
      await writeFile(altered, under ? gzipSync(bytes) : bytes)
      const verified = await verifyBackup(altered)
      const harmless = under ? isUnusedInTar(unpacked, place) : unpacksTo(bytes, unpacked)
      expect(verified.ok, `byte ${place}, under gzip: ${under}`).toBe(harmless)
    }
  })

  it('is not restored when it comes from a newer version', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    await stage.database.owner.query(
      `INSERT INTO luoshi.migration (number, name, checksum) VALUES (9999, '9999-later.sql', 'x')`,
    )
    await writeBackup(stage.store, stage.file)
    const refused = await restoreBackup(empty.store, stage.file)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'backup-newer' } })
    expect(refused.ok ? '' : refused.refusal.zh).toContain('9999')
  })

  it('is not restored when its tables were made by other migrations than ours', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    await stage.database.owner.query(`UPDATE luoshi.migration SET checksum = 'x' WHERE number = 2`)
    await writeBackup(stage.store, stage.file)
    const refused = await restoreBackup(empty.store, stage.file)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'backup-foreign' } })
  })

  it('of an older version is restored and brought forward', async () => {
    await using stage = await stageWithData()
    await using empty = await stageWithoutData()
    // As version 2 left it: the tables of later migrations are not there yet.
    await stage.database.owner.query(`DELETE FROM luoshi.migration WHERE number > 2`)
    await dropTablesBeyond(stage.database)
    const written = await writeBackup(stage.store, stage.file)
    expect(written.ok && written.value.manifest.migrations).toHaveLength(2)
    expect(await restoreBackup(empty.store, stage.file)).toMatchObject({ ok: true })
    const { rows } = await empty.database.owner.query(
      `SELECT (SELECT count(*)::int FROM luoshi.event) AS events, to_regclass('luoshi.matter_view')::text AS later`,
    )
    expect(rows).toEqual([{ events: 20, later: 'luoshi.matter_view' }])
  })

  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a text', Buffer.from('这不是备份')],
    ['a gzip of something else', gzipSync(Buffer.from('x'.repeat(4096)))],
    ['an empty archive', gzipSync(Buffer.alloc(1024))],
    ['a gzip of zeros without end', gzipSync(Buffer.alloc(64 * 1024 * 1024))],
  ])('is refused when the file is %s', async (_what, bytes) => {
    await using scratch = await scratchFolder()
    const file = join(scratch.path, 'backup.tar.gz')
    await writeFile(file, bytes)
    expect(await verifyBackup(file)).toMatchObject({
      ok: false,
      refusal: { code: 'backup-damaged' },
    })
  })

  it('says so when there is no such file', async () => {
    const missing = await verifyBackup('/nowhere/某县.tar.gz')
    expect(missing).toMatchObject({ ok: false, refusal: { code: 'backup-unreadable' } })
  })

  it.runIf(process.getuid?.() !== 0)('says so when it may not be written', async () => {
    await using stage = await stageWithData()
    await chmod(stage.folder, 0o500)
    const refused = await writeBackup(stage.store, stage.file)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'backup-unwritable' } })
    await chmod(stage.folder, 0o700)
  })
})

type Stage = AsyncDisposable &
  Readonly<{
    database: FreshDatabase
    store: Readonly<{ ownerConfig: FreshDatabase['ownerConfig']; dataDir: string }>
    folder: string
    file: string
    evidence: string
  }>

async function stageWithoutData(): Promise<Stage> {
  const scratch = await scratchFolder()
  const database = await freshDatabase()
  const dataDir = join(scratch.path, 'data')
  await mkdir(dataDir)
  return {
    database,
    store: { ownerConfig: database.ownerConfig, dataDir },
    folder: scratch.path,
    file: join(scratch.path, 'backup.tar.gz'),
    evidence: '',
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await rm(scratch.path, { recursive: true, force: true })
    },
  }
}

/** Rows with everything that COPY has to escape, more than one piece of them, and a file of evidence. */
async function stageWithData(): Promise<Stage> {
  const stage = await stageWithoutData()
  await stage.database.owner.query(
    `INSERT INTO luoshi.event (congress, seq, stream, version, type, command, actor, at, facts, prev, hash)
     SELECT 'c', n, 's', n, 'T', 'k', 'a', 't', E'{"字":"换\\n行\\t制表\\\\ 反斜"}', '\\x00ff', decode(md5(n::text), 'hex')
       FROM generate_series(1, 20) AS n`,
  )
  await stage.database.owner.query(
    `INSERT INTO luoshi.event_words (congress, seq, salt, body)
     SELECT 'c', n, '\\x5c4e', repeat(md5(n::text), 20000) FROM generate_series(1, 10) AS n`,
  )
  const content = randomBytes(300_000)
  const name = createHash('sha256').update(content).digest('hex')
  const evidence = `files/${name.slice(0, 2)}/${name}`
  const path = join(stage.store.dataDir, evidence)
  await mkdir(join(path, '..'), { recursive: true })
  await writeFile(path, content)
  await writeFile(`${path}.0a1b2c`, 'not finished')
  await mkdir(join(stage.store.dataDir, 'keys'))
  await writeFile(join(stage.store.dataDir, 'keys', 'checkpoint.pem'), 'a key', { mode: 0o600 })
  return { ...stage, evidence }
}

/** Words that were erased leave room, which later ones fill: no restore lays rows down in that order again. */
async function eraseAndFill(database: FreshDatabase): Promise<void> {
  const words = (body: string, from: number, to: number): string =>
    `INSERT INTO luoshi.event_words (congress, seq, salt, body)
     SELECT 'c', 1000 + n, '\\x00', ${body} FROM generate_series(${from}, ${to}) AS n`
  await database.owner.query(words(`repeat('字', 230 + n * 37 % 100)`, 1, 400))
  await database.owner.query(
    `ALTER TABLE luoshi.event_words DISABLE TRIGGER USER;
     DELETE FROM luoshi.event_words WHERE seq > 1000 AND seq % 2 = 0;
     ALTER TABLE luoshi.event_words ENABLE TRIGGER USER`,
  )
  await database.owner.query('VACUUM luoshi.event_words')
  await database.owner.query(words(`repeat('词', n * 7919 % 600)`, 401, 800))
}

async function contentOf(database: FreshDatabase): Promise<unknown> {
  const { rows } = await database.owner.query(
    `SELECT (SELECT json_agg(e ORDER BY seq) FROM luoshi.event e) AS events,
            (SELECT md5(string_agg(seq || body || salt::text, ',' ORDER BY seq)) FROM luoshi.event_words) AS words`,
  )
  return rows
}

async function dropTablesBeyond(database: FreshDatabase): Promise<void> {
  const ofVersion2 = ['migration', 'event', 'event_words', 'ledger_head', 'ledger_commit']
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'luoshi'::regnamespace AND relkind = 'r'
        AND relname <> ALL($1)`,
    [[...ofVersion2, 'checkpoint', 'merkle_tile', 'erasure']],
  )
  for (const { name } of rows) await database.owner.query(`DROP TABLE luoshi.${name} CASCADE`)
}

/** In repeating text gzip may point at an earlier or a later repetition: another file, and the same content. */
function unpacksTo(packed: Buffer, content: Buffer): boolean {
  try {
    return gunzipSync(packed).equals(content)
  } catch {
    return false
  }
}

/** Bytes of padding, which no reader of tar looks at. */
function isUnusedInTar(bytes: Buffer, place: number): boolean {
  for (let at = 0; at < bytes.length;) {
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 136), 8)
    if (Number.isNaN(size)) return place > at
    const content = at + 512
    const next = content + Math.ceil(size / 512) * 512
    if (place < next) return place >= content + size
    at = next
  }
  return true
}
