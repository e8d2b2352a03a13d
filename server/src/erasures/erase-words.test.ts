import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { erasedText } from '@luoshi/domain/kernel/words'
import { exportProof } from '@luoshi/ledger/proof/export-proof'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { readStream } from '@luoshi/ledger/log/read'
import { describe, expect, it } from 'vitest'
import { approval, testCounty, value } from '../../testing/test-county.ts'
import { commit } from '../execute/commit.ts'
import { newId } from '../execute/ids.ts'
import { voiceKind } from '../voices/voice-kinds.ts'
import { isSealedInOldLogs } from '../voices/sealed-in-old-logs.ts'
import { listMatters } from '../matters/list-matters.ts'
import { readMatter } from '../matters/read-matter.ts'
import { eraseWords } from './erase-words.ts'
import { findWords } from './find-words.ts'

describe('erasing words', () => {
  it('takes them out of the trail, the lists and the past, and is for administrators only', async () => {
    await using county = await testCounty()
    const { world } = county
    const clerk = county.as('clerk')
    const { matter } = await county.raise('张三家的宅基地')
    const before = value(await readMatter(world, { by: clerk, matter }))
    const moment = world.now()
    const event = before.trail[0]?.seq ?? 0
    const asked = { event, ground: '个人信息保护法第四十七条' }
    expect(await eraseWords(world, { by: clerk, ...asked })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const admin = county.as('admin')
    expect((await eraseWords(world, { by: admin, ...asked })).ok).toBe(true)

    const after = value(await readMatter(world, { by: clerk, matter }))
    expect(after.matter.title).toBe(erasedText)
    expect(after.trail[0]?.event).toMatchObject({ type: 'MatterOpened', words: null })
    const asks = { by: clerk, sort: 'newest', limit: 10 } as const
    const found = value(await listMatters(world, { ...asks, filter: { text: '宅基地' } }))
    expect(found.rows).toEqual([])
    const past = value(await listMatters(world, { ...asks, filter: {}, asOf: moment }))
    expect(past.rows.map(({ title }) => title)).toEqual([erasedText])
  })
  it('shows beforehand what will be gone, found by a text or by number, to administrators only', async () => {
    await using county = await testCounty()
    const { world } = county
    const [clerk, admin] = [county.as('clerk'), county.as('admin')]
    await county.raise('李四家的低保')
    expect(await findWords(world, { by: clerk, text: '低保' })).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const { rows } = value(await findWords(world, { by: admin, text: '低保' }))
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ words }) => words.some((one) => one.includes('低保')))).toBe(true)
    const event = rows[0]?.event ?? 0
    const byNumber = value(await findWords(world, { by: admin, text: String(event) }))
    expect(byNumber.rows.map((row) => row.event)).toEqual([event])
    const ground = '个人信息保护法第四十七条'
    value(await eraseWords(world, { by: admin, event, ground, approval }))
    const after = value(await findWords(world, { by: admin, text: String(event) }))
    expect(after.rows).toEqual([])
    const [record] = await readStream(county.database.pool, county.congress, `erasure_${event}`)
    expect(record?.facts['ground']).toBe(`${ground}（批准：主任会议，2026-03-01，第12次主任会议）`)
  })

  it('of an accusation in a log of the first release are shown to nobody, and no proof file carries them', async () => {
    await using county = await testCounty()
    const { world, appraisal, congress, folder } = county
    const [clerk, admin] = [county.as('clerk'), county.as('admin')]
    const on = county.clock.today()
    const id = newId('voice')
    const received = {
      type: 'VoiceReceived',
      appraisal,
      call: newId('call'),
      code: 'a',
      text: 'b',
      on,
    }
    const words = { reference: '移交单第77号' }
    const sealed = { type: 'VoiceSealed', route: 'discipline', on, words } as const
    const before = await voiceKind.load(world.db, congress, id)
    const first = { ...received, type: 'VoiceReceived' } as const
    const write = voiceKind.write(id, before, [first, sealed])
    value(await commit(world, { by: clerk }, [write]))
    const { rows: kept } = await county.database.owner.query<{ seq: string }>(
      `select seq from luoshi.event_words where position('移交单第77号' in body) > 0`,
    )
    expect(kept).toHaveLength(1)
    for (const text of ['移交单第77号', String(kept[0]?.seq)])
      expect(value(await findWords(world, { by: admin, text })).rows).toEqual([])
    const key = await signingKey(folder)
    const file = join(folder, 'proof.jsonl')
    const of = { congress, key, at: world.now() }
    await exportProof(world.db.pool, { ...of, withhold: isSealedInOldLogs }, file)
    const proof = await readFile(file, 'utf8')
    expect(proof).toContain('VoiceSealed')
    expect(proof).not.toContain('移交单第77号')
    expect(await verifyProof(file, {})).toMatchObject({ ok: true })
  })
})
