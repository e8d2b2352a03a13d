import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allIn, fileStoreContract } from '../../../testing/file-store-contract.ts'
import { s3Server } from '../../../testing/s3-server.ts'
import { copyStore } from './copy-store.ts'
import { diskStore } from './disk-store.ts'
import { placeOf, StoreUnavailable } from './file-store.ts'
import { s3Store } from './s3-store.ts'
import { readStoreSettings } from './store-settings.ts'

async function onDisk() {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-files-'))
  return {
    folder,
    store: diskStore(folder),
    damage: (sha256: string, bytes: Uint8Array) => writeFile(join(folder, placeOf(sha256)), bytes),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

fileStoreContract('a disk', onDisk)

fileStoreContract('an S3 server', async () => {
  const { settings, damage, [Symbol.asyncDispose]: stop } = await s3Server()
  return { store: s3Store(settings), damage, [Symbol.asyncDispose]: stop }
})

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('a move from the disk to S3', () => {
  it('brings every file over, verified, and goes on where it was cut off', async () => {
    await using disk = await onDisk()
    await using server = await s3Server()
    const goal = s3Store(server.settings)
    for (const text of ['甲', '乙', '丙']) await disk.store.keep(bytesOf(text))
    const [first] = await allIn(disk.store)
    if (!first) throw new Error('Nothing kept')
    await goal.keep((await disk.store.read(first.sha256)) ?? Buffer.of())
    await server.damage(first.sha256, bytesOf('坏'))

    expect(await copyStore(disk.store, goal)).toEqual({
      copied: 3,
      there: 0,
      bytes: 9,
      damaged: [],
    })
    expect(await copyStore(disk.store, goal)).toMatchObject({ copied: 0, there: 3 })
    expect(await allIn(goal)).toEqual(await allIn(disk.store))
  })

  it('names what is damaged at home instead of copying it', async () => {
    await using disk = await onDisk()
    await using server = await s3Server()
    const { sha256 } = await disk.store.keep(bytesOf('原件'))
    await disk.damage(sha256, bytesOf('坏件'))
    const goal = s3Store(server.settings)
    expect(await copyStore(disk.store, goal)).toMatchObject({ copied: 0, damaged: [sha256] })
    expect(await goal.has(sha256)).toBe(false)
  })
})

describe('a store that cannot keep', () => {
  it('leaves nothing half written on the disk', async () => {
    await using disk = await onDisk()
    const { sha256 } = await disk.store.keep(bytesOf('一'))
    await disk.store.discard(sha256)
    const folder = dirname(join(disk.folder, placeOf(sha256)))
    const path = join(disk.folder, 'arrived-and-gone')
    await expect(disk.store.keepArrived({ path, sha256, size: 3 })).rejects.toThrow('ENOENT')
    expect(await readdir(folder)).toEqual([])
  })

  it('says so without telling its secret', async () => {
    await using server = await s3Server()
    const stranger = s3Store({ ...server.settings, secretAccessKey: 'wrong-secret' })
    const failure: unknown = await stranger.read('0'.repeat(64)).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StoreUnavailable)
    expect(String(failure)).toContain('403 SignatureDoesNotMatch')
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(
      'wrong-secret',
    )
    const away = s3Store({ ...server.settings, endpoint: 'http://127.0.0.1:9' })
    await expect(away.has('0'.repeat(64))).rejects.toBeInstanceOf(StoreUnavailable)
  })
})

describe('a file on its way to S3', () => {
  it('is announced with its hash, which the server checks, and never made public', async () => {
    await using server = await s3Server()
    const { sha256 } = await s3Store(server.settings).keep(bytesOf('照片'))
    const sent = server.asked.find(({ method }) => method === 'PUT')
    expect(sent?.headers).toMatchObject({ 'x-amz-content-sha256': sha256, 'if-none-match': '*' })
    expect(Object.keys(sent?.headers ?? {}).filter((name) => name.includes('acl'))).toEqual([])
    const { endpoint, bucket, prefix } = server.settings
    const open = await fetch(`${endpoint}/${bucket}/${prefix}${placeOf(sha256)}`)
    expect(open.status).toBe(403)
  })
})

describe('the settings of a store', () => {
  const whole = {
    LUOSHI_FILES: 's3',
    LUOSHI_S3_ENDPOINT: 'https://s3.county.example',
    LUOSHI_S3_BUCKET: 'luoshi',
    LUOSHI_S3_ACCESS_KEY_ID: 'id',
    LUOSHI_S3_SECRET_ACCESS_KEY: 'very-secret',
  }

  it('name a folder by default, and a store when they are whole', () => {
    expect(readStoreSettings({})).toEqual({ ok: true, value: { kind: 'disk' } })
    expect(readStoreSettings(whole)).toMatchObject({
      ok: true,
      value: { kind: 's3', style: 'path', prefix: '' },
    })
  })

  it('may keep the key in a file of its own', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luoshi-key-'))
    const path = join(folder, 'key')
    await mkdir(folder, { recursive: true })
    await writeFile(path, 'id\nsecret\n')
    await chmod(path, 0o600)
    const { LUOSHI_S3_SECRET_ACCESS_KEY: _, ...rest } = whole
    expect(readStoreSettings({ ...rest, LUOSHI_S3_KEY_FILE: path })).toMatchObject({
      value: { accessKeyId: 'id', secretAccessKey: 'secret' },
    })
    await rm(folder, { recursive: true })
  })

  it.each([
    ['LUOSHI_FILES', 'ftp'],
    ['LUOSHI_S3_ENDPOINT', 'http://s3.county.example'],
    ['LUOSHI_S3_ENDPOINT', 'https://s3.county.example/bucket'],
    ['LUOSHI_S3_BUCKET', '../other'],
    ['LUOSHI_S3_PREFIX', '/evidence'],
    ['LUOSHI_S3_STYLE', 'dns'],
    ['LUOSHI_S3_KEY_FILE', '/nowhere/key'],
  ])('that are wrong in %s are told by name only', (variable, wrong) => {
    const read = readStoreSettings({ ...whole, [variable]: wrong })
    expect(read).toMatchObject({ refusal: { variable } })
    expect(JSON.stringify(read)).not.toContain('very-secret')
  })
})
