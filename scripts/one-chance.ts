/**
 * The same chance in every run of the suite: a law draws the same cases today and tomorrow, so that a red run tells of the
 * change and not of the day. `LUOSHI_SEED=random` looks for new cases, `LUOSHI_SEED=<number>` runs one again.
 * `give-one-chance.ts` gives this file to every test that asks for the library.
 */
import fc from 'fast-check'

const asked = process.env['LUOSHI_SEED']

if (asked !== 'random') {
  const seed = Number(asked ?? 20_260_726)
  if (!Number.isSafeInteger(seed)) throw new Error('LUOSHI_SEED: a whole number or "random"')
  fc.configureGlobal({ seed })
}

export * from 'fast-check'
// oxlint-disable-next-line import/no-default-export -- the library's own shape
export default fc
