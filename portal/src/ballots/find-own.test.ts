import { beforeAll, describe, expect, it } from 'vitest'
import { turned, twin } from '../../../ballots/testing/changed-ballot.ts'
import {
  ballotOf,
  castText,
  publish,
  smallEvent,
  tokenFor,
  type SmallEvent,
} from '../../../ballots/testing/small-event.ts'
import { isIn, statedLines } from './find-own.ts'

let event: SmallEvent
let mine = ''
beforeAll(async () => {
  event = await smallEvent({ contests: 1, kMin: 1 })
  event.box.open()
  mine = (await ballotOf(event, await tokenFor(event, '第1席'))).text
  await castText(event, mine)
})

describe('the published file', () => {
  it('counts only when the signed statement stands behind it', async () => {
    const { 'close.json': close, 'sealed.jsonl': sealed } = await publish(event)
    if (!close || !sealed) throw new Error('not published')
    expect(await statedLines(event.frozen, close, sealed)).toMatchObject({ ok: true })
    const more = new Uint8Array([...sealed, 10])
    expect(await statedLines(event.frozen, close, more)).toEqual({
      ok: false,
      code: 'SEALED_FILE_CHANGED',
    })
    const other = await publish(await smallEvent({ contests: 2, kMin: 1 }))
    const foreign = other['close.json'] ?? close
    expect(await statedLines(event.frozen, foreign, sealed)).toEqual({
      ok: false,
      code: 'BAD_STATEMENT_SIGNATURE',
    })
  })

  it('53 has a ballot in it that was kept with the twin of its signature, and none that differs elsewhere', async () => {
    const { 'close.json': close, 'sealed.jsonl': sealed } = await publish(event)
    if (!close || !sealed) throw new Error('not published')
    const lines = await statedLines(event.frozen, close, sealed)
    if (!lines.ok) throw new Error(lines.code)
    const published = new Set(lines.value)
    const fields = JSON.parse(mine)
    expect(isIn(published, mine)).toBe(true)
    expect(isIn(published, JSON.stringify(twin(fields)))).toBe(true)
    for (const name of ['pk', 'pre', 'box'] as const) {
      const changed = { ...fields, [name]: turned(fields[name]) }
      expect([name, isIn(published, JSON.stringify(changed))]).toEqual([name, false])
    }
  })
})
