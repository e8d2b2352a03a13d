import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noValues, readValues, withList, withText } from './form-values.ts'

describe('a draft kept as text', () => {
  it('comes back as it was typed, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, list) => {
        const typed = withList(withText(noValues, 'reason', text), 'attended', list)
        expect(readValues(JSON.stringify(typed))).toEqual(typed)
      }),
    )
  })

  it('is nobody’s when it is missing, broken or of another shape', () => {
    expect(readValues(null)).toBeNull()
    expect(readValues('{"texts":')).toBeNull()
    expect(readValues('{"texts":{"reason":7},"lists":{},"files":[]}')).toBeNull()
  })
})
