import { expect, it } from 'vitest'
import { readFigures } from './read-figures.ts'

it('reads what is pasted from a sheet or typed with commas', () => {
  expect(readFigures('公路局\t78\t100\n水利局，84/100\n教育局 97 100')).toEqual([
    { name: '公路局', satisfied: 78, raters: 100 },
    { name: '水利局', satisfied: 84, raters: 100 },
    { name: '教育局', satisfied: 97, raters: 100 },
  ])
})

it('leaves out headings, nobody’s ratings and more satisfied than raters', () => {
  expect(readFigures('单位\t满意\t参评\n公路局 0 0\n水利局 101 100\n')).toEqual([])
})
