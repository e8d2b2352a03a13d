import { erasedText } from '@luoshi/domain/kernel/words'
import { describe, expect, it } from 'vitest'
import { testCounty, value } from '../../testing/test-county.ts'
import { listMatters } from '../matters/list-matters.ts'
import { readMatter } from '../matters/read-matter.ts'
import { eraseWords } from './erase-words.ts'

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
})
