import { expect, it } from 'vitest'
import { onlyValue, tryLuoshi } from '../../testing/try-luoshi.ts'

it.each([
  ['survey'],
  ['survey', 'show'],
  ['survey', 'show', 'nonsense'],
  ['survey', 'list', 'more'],
  ['survey', 'drop', 'survey_a001'],
])('does not understand %s', async (...words) => {
  const said = await tryLuoshi([...words, '--json'])
  expect(said.exit).toBe(2)
  expect(onlyValue(said)).toMatchObject({ ok: false, code: 'not-understood' })
})

it('tells its usage', async () => {
  const said = await tryLuoshi(['survey', '--help'])
  expect(said.exit).toBe(0)
  expect(said.out.join('\n')).toContain('luoshi survey list')
})
