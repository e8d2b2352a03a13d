import { describe, expect, it } from 'vitest'
import { pastedFrom } from './pasted.ts'

const clipboard = (text: string, html: string) => ({
  getData: (format: string) => (format === 'text/html' ? html : text),
})

describe('what was copied', () => {
  it.each([
    ['a table', '<table><tr><td>缺水</td></tr></table>'],
    ['a numbered list', '<ol><li>缺水</ol>'],
    ['a list of Word', "<p style='mso-list:l0 level1 lfo1'>缺水</p>"],
  ])('keeps the layout of %s', (_, html) => {
    expect(pastedFrom(clipboard('缺水', html))).toEqual({ text: '缺水', html })
  })

  it('is words alone where the layout says no more', () => {
    expect(pastedFrom(clipboard('缺水', '<p><b>缺水</b></p>'))).toEqual({
      text: '缺水',
      html: null,
    })
    expect(pastedFrom(null)).toEqual({ text: '', html: null })
  })
})
