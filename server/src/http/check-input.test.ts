import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { checkInput } from './check-input.ts'

const schema = z.object({ status: z.string().check(z.regex(/^(issued|closed)$/)), count: z.int() })

describe('what came in', () => {
  it('is answered with the place and a sentence, never with a pattern', () => {
    const checked = checkInput('query', schema, { status: 'nonsense', count: 'x' })
    if (checked.ok) throw new Error('taken')
    expect(checked.refusal.issues.map(({ path }) => path)).toEqual(['query.status', 'query.count'])
    for (const { zh, en } of checked.refusal.issues) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(zh + en).not.toContain('issued|closed')
    }
  })
})
