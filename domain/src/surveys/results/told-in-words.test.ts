import { expect, it } from 'vitest'
import { intervalDrawing } from './interval-chart.ts'
import { groupWords } from './question-words.ts'

it('whoever would not say where they belong has a name, and no code, in what is told', () => {
  const population = { strata: [{ code: 's1', name: '柳河镇' }] }
  expect(groupWords(population, ['s1', 'unstated'], 'zh')).toBe('柳河镇、未说明')
  expect(groupWords(population, ['unstated'], 'en')).toBe('not stated')
})

it('on the narrowest phone what is written beside a bar has room', () => {
  const share = { p: 0.81, n: 21, effective: null, low: 0.6, high: 0.92 }
  const row = { label: '乡镇卫生院', share, isEnough: false }
  const words = { people: (n: number) => `n=${n}`, thin: 'not enough evidence' }
  const { strokes } = intervalDrawing([row], 280, words)
  const [said] = strokes.flatMap((one) =>
    one.kind === 'text' && one.text.endsWith(words.thin) ? [one] : [],
  )
  // A letter is about half as wide as high.
  expect((said?.x ?? 280) + 24 * 9 * 0.5).toBeLessThan(280)
})
