import { expect, it } from 'vitest'
import { effectOf } from './effect.ts'
import { effectWords } from './share-words.ts'
import { simpleShare } from './wilson.ts'

it('of whoever came no sample is said to be too small: it stands for nobody, however large the difference', () => {
  const [before, after] = [simpleShare(15, 29, null), simpleShare(26, 29, null)]
  if (!before || !after) throw new Error('Nobody was asked')
  const { zh, en } = effectWords(effectOf(before, after, false), false)
  expect(zh).toContain('尚无证据说明有变化，也不等于没有变化：自愿参与，不代表全体')
  expect(zh).not.toContain('至少要提高')
  expect(en).not.toContain('smallest that would be seen')
})
