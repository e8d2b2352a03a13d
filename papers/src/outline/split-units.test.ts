import { describe, expect, it } from 'vitest'
import { unitsWithin } from './split-units.ts'

describe('a unit in running words', () => {
  it.each([
    '六楼以上用不上水，请县水利局于2027年3月底前解决。',
    '六楼以上用不上水，请县水利局2027年3月底前解决。',
    '六楼以上用不上水，请县水利局年底前解决。',
    '六楼以上用不上水。建议县水利局制定改造计划。',
    '六楼以上用不上水，请县水利局立即派人查看。',
  ])('is asked in “%s”', (sentence) => {
    expect(unitsWithin(sentence)).toEqual(['县水利局'])
  })

  it.each(['请办公楼物业公开收费。', '群众请求解决用水。', '感谢县水利局2026年的支持。'])(
    'is not asked in “%s”',
    (sentence) => expect(unitsWithin(sentence)).toEqual([]),
  )
})
