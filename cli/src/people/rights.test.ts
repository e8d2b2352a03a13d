import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

describe('luoshi rights', () => {
  it('prints the whole table for a program', async () => {
    const said = await tryLuoshi(['rights', '--json'])
    expect(said.exit).toBe(0)
    expect(onlyValue(said)).toMatchObject({
      roles: expect.arrayContaining([{ key: 'clerk', zh: '工委经办人', en: 'Clerk' }]),
      rights: expect.arrayContaining([
        {
          command: 'SubmitPlan',
          zh: '报送整改方案',
          en: 'Submit the plan',
          roles: { official: 'own' },
        },
      ]),
    })
  })

  it('is the page in docs: run `luoshi rights --markdown > docs/rights.md` when this fails', async () => {
    const page = join(import.meta.dirname, '../../../docs/rights.md')
    const { out } = await tryLuoshi(['rights', '--markdown'])
    expect(await readFile(page, 'utf8')).toBe(`${out.join('\n')}\n`)
  })

  it('says a line for each command to a person', async () => {
    const { out } = await tryLuoshi(['rights'])
    expect(out.find((line) => line.startsWith('VerifyMatter'))).toContain('评议调查组')
  })
})
