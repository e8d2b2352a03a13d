/**
 * Chance of the laws that run whole counties: the same histories in every run of the suite, so that a red run tells of
 * the change and not of the day. `LUOSHI_SEED=random` looks for new ones, `LUOSHI_SEED=<number>` runs one again.
 */
const asked = process.env['LUOSHI_SEED']

const chosen =
  asked === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(asked ?? 20_260_726)

/** @param turn Of a law that begins several counties: each has histories of its own. */
export function lawSeed(turn = 0): number {
  if (!Number.isSafeInteger(chosen)) throw new Error('LUOSHI_SEED: a whole number or "random"')
  return (chosen + turn * 7919) % 2 ** 31
}
