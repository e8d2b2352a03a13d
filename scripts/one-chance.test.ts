import fc from 'fast-check'
import { expect, it } from 'vitest'

/** Given by the configuration of the suite, so that it must not be lost there unnoticed. */
it.skipIf(process.env['LUOSHI_SEED'] === 'random')('draws the same cases in every run', () => {
  const drawn = () => {
    const cases: number[] = []
    fc.assert(fc.property(fc.integer(), (one) => void cases.push(one)))
    return cases
  }
  expect(fc.readConfigureGlobal().seed).toBeTypeOf('number')
  expect(drawn()).toEqual(drawn())
})
