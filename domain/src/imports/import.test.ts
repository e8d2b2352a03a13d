import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { importDecider, type Import } from './import.ts'

const today = day('2026-03-01')
const appraisal = idOf('appraisal', 'appraisal_0001')
const opinions = [idOf('opinion', 'opinion_0001')]
const received: Import = {
  status: 'received',
  fileName: '评议意见.docx',
  sha256: 'a'.repeat(64),
  size: 10,
  receivedOn: today,
}
const confirm = (
  paragraphs: number,
  mapped: readonly number[],
  leftOut: readonly number[],
  reason = '标题',
) =>
  importDecider.decide(received, {
    type: 'ConfirmImport',
    appraisal,
    opinions,
    paragraphs,
    mapped,
    leftOut: leftOut.map((paragraph) => ({ paragraph, reason })),
    today,
  })

describe('confirming an import', () => {
  it('is refused while a paragraph is neither in an opinion nor left out', () => {
    expect(confirm(3, [1], [0])).toEqual({
      ok: false,
      refusal: { code: 'paragraphs-unaccounted', missing: [2] },
    })
  })

  it('is refused when a paragraph is left out without a reason, or also in an opinion', () => {
    expect(confirm(2, [1], [0], ' ')).toMatchObject({
      refusal: { code: 'left-out-without-reason' },
    })
    expect(confirm(2, [0, 1], [0])).toMatchObject({ refusal: { code: 'paragraph-twice' } })
    expect(confirm(2, [0, 1, 2], [])).toMatchObject({ refusal: { code: 'paragraph-unknown' } })
  })

  it('is accepted exactly when paragraphs in = mapped + left out, whatever the document', () => {
    const document = fc.array(fc.constantFrom('mapped', 'left', 'lost'), { minLength: 1 })
    const law = fc.property(document, (fates) => {
      const of = (fate: string) => fates.flatMap((one, at) => (one === fate ? [at] : []))
      expect(confirm(fates.length, of('mapped'), of('left')).ok).toBe(!fates.includes('lost'))
    })
    fc.assert(law)
  })

  it('is done once', () => {
    const done = confirm(1, [0], [])
    if (!done.ok) throw new Error('refused')
    const state = done.value.reduce(importDecider.evolve, received)
    expect(
      importDecider.decide(state, {
        type: 'ConfirmImport',
        appraisal,
        opinions,
        paragraphs: 1,
        mapped: [0],
        leftOut: [],
        today,
      }),
    ).toMatchObject({ refusal: { code: 'import-not-open', actual: 'confirmed' } })
  })
})
