/**
 * Tokens at sign-in: the requests are computed while the person still reads and are written down; then they are sent, the
 * answers checked under the published keys, and all that could link the two is deleted. A lost answer is asked for again
 * with the same bytes. Source: ballot.md 3.3 no. 1–4, 5; tests 02, 03, 09, 10, 51.
 */
import { finishToken, requestToken, type PendingToken } from '@luoshi/ballots/voting/take-token'
import { contestsOf, type Booth } from './booth.ts'
import type { Asked } from './hall.ts'
import { stepsOf, unmarked, withSteps, type Step } from './kept.ts'

/** Makes what is missing of the requests; lets the page breathe between two. */
export async function prepareRequests(booth: Booth): Promise<void> {
  for (const [c, contest] of contestsOf(booth)) {
    if (booth.kept().steps[c]) continue
    const pending = await requestToken(booth.frozen, c, contest)
    await booth.change((kept) =>
      kept.steps[c] ? kept : withSteps(kept, [[c, { at: 'asked', pending }]]),
    )
    await new Promise((next) => {
      setTimeout(next, 0)
    })
  }
}

/** `codes`: of slips, by the place of the issuer; nothing where the session is known. */
export async function takeTokens(
  booth: Booth,
  codes: readonly (string | null)[],
): Promise<Asked<true>> {
  await prepareRequests(booth)
  await booth.change((kept) => ({ ...kept, codes }))
  const pending = stepsOf(booth.kept()).flatMap(([, step]) =>
    step.at === 'asked' ? step.pending : [],
  )
  const together = await signed(booth, pending, codes)
  if (together.ok) return finished(booth, pending, together.value)
  // Whoever stands back from one contest is still on the rolls of the others.
  if (together.code !== 'NOT_ELIGIBLE' || pending.length < 2) return together
  let some = false
  for (const one of pending) {
    const alone = await signed(booth, [one], codes)
    if (!alone.ok && alone.code === 'NOT_ELIGIBLE') continue
    if (!alone.ok) return alone
    const token = await finished(booth, [one], alone.value)
    if (!token.ok) return token
    some = true
  }
  return some ? { ok: true, value: true } : together
}

/** By request, then by issuer. */
type Answers = readonly (readonly string[])[]

async function signed(
  { hall, state }: Booth,
  pending: readonly PendingToken[],
  codes: readonly (string | null)[],
): Promise<Asked<Answers>> {
  const byIssuer: (readonly string[])[] = []
  for (const [place, door] of state().issuers.entries()) {
    const requests = pending.map(({ c, blinded }) => ({ c, z: blinded[place]?.z ?? '' }))
    const slip = codes[place]
    const answer = await hall.tokens(door, slip ? { requests, slip } : { requests })
    if (!answer.ok) return answer
    byIssuer.push(answer.value)
  }
  return { ok: true, value: pending.map((_, at) => byIssuer.map((answers) => answers[at] ?? '')) }
}

async function finished(
  booth: Booth,
  pending: readonly PendingToken[],
  answers: Answers,
): Promise<Asked<true>> {
  const steps: [number, Step][] = []
  for (const [at, one] of pending.entries()) {
    const contest = booth.frozen.manifest.contests[one.c]
    if (!contest) return { ok: false, code: 'UNKNOWN_CONTEST' }
    const token = await finishToken(booth.frozen, contest, one, answers[at] ?? [])
    if (!token.ok) return { ok: false, code: token.refusal.code }
    const marks = unmarked(contest.questions.length)
    steps.push([one.c, { at: 'token', token: token.value, marks }])
  }
  await booth.change((kept) => ({ ...withSteps(kept, steps), codes: [] }))
  return { ok: true, value: true }
}
