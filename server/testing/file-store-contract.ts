/** What every store of files does, whichever it is. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  DamagedFile,
  hashOf,
  type FileStore,
  type KeptFile,
} from '../src/evidence/store/file-store.ts'

export type StoreUnderTest = AsyncDisposable &
  Readonly<{
    store: FileStore
    /** Puts other bytes where this file is kept, past the store. */
    damage: (sha256: string, bytes: Uint8Array) => Promise<void>
  }>

const bytesOf = (text: string) => new TextEncoder().encode(text)

export function fileStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`the store on ${name}`, () => {
    let tried: StoreUnderTest
    let folder: string
    beforeAll(async () => {
      tried = await open()
      folder = await mkdtemp(join(tmpdir(), 'luoshi-store-'))
    })
    afterAll(async () => {
      await tried[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    })

    it('gives back what it keeps, whole, in part and as a stream', async () => {
      const { store } = tried
      const bytes = bytesOf('整改照片'.repeat(20_000))
      const { sha256, size } = await store.keep(bytes)
      expect({ sha256, size }).toEqual({ sha256: hashOf(bytes), size: bytes.byteLength })
      expect(await store.has(sha256)).toBe(true)
      expect(Buffer.compare((await store.read(sha256)) ?? Buffer.of(), bytes)).toBe(0)
      expect((await store.head(sha256))?.byteLength).toBe(64 * 1024)
      const streamed = await store.stream(sha256)
      const parts: Uint8Array[] = []
      for await (const part of streamed?.body ?? []) parts.push(Buffer.from(part))
      expect(streamed?.size).toBe(size)
      expect(Buffer.concat(parts).equals(Buffer.from(bytes))).toBe(true)
    })

    it('takes over a file that has arrived on this machine', async () => {
      const { store } = tried
      const bytes = bytesOf('现场录像')
      const path = join(folder, 'arrived')
      await writeFile(path, bytes)
      const sha256 = hashOf(bytes)
      await store.keepArrived({ path, sha256, size: bytes.byteLength })
      expect(Buffer.from((await store.read(sha256)) ?? []).toString()).toBe('现场录像')
    })

    it('keeps the same file once, however many bring it at the same time', async () => {
      const { store } = tried
      const kept = await Promise.all(Array.from({ length: 8 }, () => store.keep(bytesOf('同一份'))))
      expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
      const all = await allIn(store)
      expect(all.filter(({ sha256 }) => sha256 === kept[0]?.sha256)).toEqual([
        { sha256: kept[0]?.sha256, size: 9 },
      ])
    })

    it('never writes over what it has, and never hands out what is damaged', async () => {
      const { store, damage } = tried
      const { sha256 } = await store.keep(bytesOf('原件'))
      await damage(sha256, bytesOf('改过'))
      await store.keep(bytesOf('原件'))
      await expect(store.read(sha256)).rejects.toBeInstanceOf(DamagedFile)
      expect(await store.discard(sha256)).toBe(true)
      await store.keep(bytesOf('原件'))
      expect(Buffer.from((await store.read(sha256)) ?? []).toString()).toBe('原件')
    })

    it('knows what it has not, and discards for good', async () => {
      const { store } = tried
      const nothing = hashOf(bytesOf('没有交过'))
      expect([await store.has(nothing), await store.read(nothing)]).toEqual([false, null])
      expect([await store.head(nothing), await store.stream(nothing)]).toEqual([null, null])
      expect(await store.discard(nothing)).toBe(false)
      const { sha256 } = await store.keep(bytesOf('误传'))
      expect(await store.discard(sha256)).toBe(true)
      expect(await store.has(sha256)).toBe(false)
      const all = await allIn(store)
      expect(all.map((one) => one.sha256)).not.toContain(sha256)
    })

    it('lists all it has, in order', async () => {
      const { store } = tried
      await Promise.all(Array.from({ length: 12 }, (_, at) => store.keep(bytesOf(`第${at}份`))))
      const names = (await allIn(store)).map(({ sha256 }) => sha256)
      expect(names.length).toBeGreaterThanOrEqual(12)
      expect(names).toEqual(names.toSorted())
    })

    it('takes nothing for a name but a hash', async () => {
      await expect(tried.store.read('../../etc/passwd')).rejects.toThrow('Not a SHA-256')
    })
  })
}

export async function allIn(store: FileStore): Promise<readonly KeptFile[]> {
  const all: KeptFile[] = []
  for await (const file of store.list()) all.push(file)
  return all
}
