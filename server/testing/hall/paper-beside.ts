/** Paper beside a secret ballot, as a part of the tests of a hall. Source: ballot.md §5; tests 08, 30, 47. */
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { newSigningPair } from '@luoshi/ballots/protocol/p256'
import { giveUpToken } from '@luoshi/ballots/voting/give-up-token'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Id } from '@luoshi/domain/kernel/ids'
import { describe, expect, it } from 'vitest'
import {
  askTokens,
  ballotText,
  boxOf,
  castAt,
  keyOf,
  manifestAt,
  membersOf,
  openCast,
  prepared,
  read,
  requestsFor,
  send,
  signatureOf,
  take,
  tokensFor,
  type Hall,
  type Tellers,
} from './hall-people.ts'
import { value } from '../test-county.ts'
import { problemIn, type TestSite } from '../test-site.ts'
import { folderOf } from '../../src/ballots/hall/bulletin-files.ts'

function slipsIn(said: unknown): readonly Readonly<{ voter: string; code: string }>[] {
  const slips = typeof said === 'object' && said && 'slips' in said ? said.slips : []
  if (!Array.isArray(slips)) return []
  return slips.map(({ voter, code }) => ({ voter: String(voter), code: String(code) }))
}

const codeOf = async (response: Response) => (await problemIn(response)).code

export function paperBeside(of: () => Readonly<{ site: TestSite; hall: Hall }>): void {
  describe('paper beside a ballot cast here', () => {
    let ballot: Id<'ballot'>
    let tellers: Tellers
    let frozen: FrozenManifest
    let paper = 0
    const counts = { cast: 5, counts: [2, 1, 2, 0, 0], blank: 0, invalid: 0 }
    const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }

    it('08, 30 is taken instead of a token, given back, or taken for a token that is given up', async () => {
      const { clerk, members } = of().hall
      const more = await membersOf(of().site, 5, 0, '子丑寅卯辰')
      const hall = { ...of().hall, members: [...members, ...more] }
      ballot = await openCast(hall)
      tellers = await prepared(hall, ballot)
      frozen = await manifestAt(of().site.stranger, ballot)
      const made: unknown = await (await send(clerk, ballot, 'make-slips')).json()
      await take(clerk, ballot, 'open-issuing')
      const [first, second, third, fourth, fifth] = members
      if (!first?.browser || !second?.browser || !fifth?.browser) throw new Error('nobody')
      const unknown = await send(clerk, ballot, 'take-paper', { voter: '委员辛' })
      expect(await codeOf(unknown)).toBe('NOT_ELIGIBLE')
      for (const one of [first, second, third, fourth])
        await take(clerk, ballot, 'take-paper', { voter: one?.name })
      const asked = await askTokens(second.browser, ballot, await requestsFor(frozen))
      expect(await codeOf(asked)).toBe('PAPER_ISSUED')
      const few = await send(clerk, ballot, 'open-voting', { closesAt: null })
      expect(await problemIn(few)).toMatchObject({ code: 'cast-few-paper' })
      const tokens = await tokensFor(fifth.browser, ballot, frozen)
      const given = await Promise.all(
        tokens.map(async (token) => value(await giveUpToken(frozen, token))),
      )
      const forged = given.map((one) => ({ ...one, sig: given[0]?.pre.padEnd(86, 'A') }))
      const wrong = { voter: fifth.name, tokens: forged }
      expect(await codeOf(await send(clerk, ballot, 'surrender-token', wrong))).toBe(
        'BAD_SIGNATURE',
      )
      const surrender = { voter: fifth.name, tokens: given }
      const after = await take(clerk, ballot, 'surrender-token', surrender)
      expect(after.issued).toEqual({ tokens: 0, paper: 5 })
      await take(clerk, ballot, 'take-paper-back', { voter: first.name })
      const token = (await tokensFor(first.browser, ballot, frozen))[0]
      const another = members[5]?.browser
      if (!another || !token) throw new Error('nobody')
      const sixth = (await tokensFor(another, ballot, frozen))[0]
      await take(clerk, ballot, 'take-paper', { voter: members[6]?.name })
      const two = await send(clerk, ballot, 'open-voting', { closesAt: null })
      expect(await problemIn(two)).toMatchObject({ code: 'cast-few-tokens' })
      const slips = slipsIn(made).filter((one) => more.some(({ name }) => name === one.voter))
      for (const { code } of slips.slice(1))
        await tokensFor(of().site.stranger, ballot, frozen, code)
      // A voter turns to paper in the moment when voting begins: whichever comes first, he has it or has it not.
      const voter = slips[0]?.voter
      const [handed, begun] = await Promise.all([
        send(clerk, ballot, 'take-paper', { voter }),
        send(clerk, ballot, 'open-voting', { closesAt: null }),
      ])
      const { voters } = await read(clerk, ballot)
      const has = voters.find((one) => one.voter === voter)?.standing
      expect(has).toBe(handed.ok ? 'paper' : 'none')
      if (!begun.ok) await take(clerk, ballot, 'open-voting', { closesAt: null })
      paper = handed.ok ? 6 : 5
      // 30: the given-up token casts nothing, whatever its owner does.
      const box = await boxOf(of().site.stranger, ballot)
      const [spent] = tokens
      if (!spent || !sixth) throw new Error('no token')
      const late = await ballotText(frozen, spent, [0])
      expect(await castAt(box, frozen.hash, late.text)).toMatchObject({ code: 'ALREADY_CAST' })
      for (const one of [token, sixth]) {
        const { text } = await ballotText(frozen, one, [1])
        expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'POOLED' })
      }
      const used = await giveUpToken(frozen, token)
      const back = { voter: first.name, tokens: [value(used)] }
      expect(await codeOf(await send(clerk, ballot, 'surrender-token', back))).toBe('ALREADY_CAST')
    }, 120_000)

    it('47 is counted by two people, signed by the tellers, and counted together with the rest', async () => {
      const { clerk, team } = of().hall
      await take(clerk, ballot, 'seal-ballot', { secondIssued: [] })
      for (const [lock, by] of [clerk, team].entries())
        await take(by, ballot, 'enter-count-key', { lock, key: await keyOf(tellers.locks[lock]) })
      expect(await codeOf(await send(clerk, ballot, 'settle-count'))).toBe('cast-paper-not-stated')
      const seven = { contests: [{ ...counts, cast: 7, blank: 2 }], counters }
      expect(await codeOf(await send(clerk, ballot, 'count-paper', seven))).toBe(
        'MORE_PAPER_THAN_ISSUED',
      )
      const uneven = { contests: [{ ...counts, blank: 1 }], counters }
      expect(await codeOf(await send(clerk, ballot, 'count-paper', uneven))).toBe(
        'PAPER_DOES_NOT_ADD_UP',
      )
      await take(clerk, ballot, 'count-paper', { contests: [counts], counters })
      const seen = await read(team, ballot)
      expect(seen.paper.entered).toMatchObject([{ isMine: false, contests: null }])
      const slip = { ...counts, counts: [1, 2, 2, 0, 0] }
      const differs = await take(team, ballot, 'count-paper', { contests: [slip], counters })
      expect(differs.paper).toMatchObject({ differs: true, toSign: null })
      const agreed = await take(team, ballot, 'count-paper', { contests: [counts], counters })
      const { toSign } = agreed.paper
      if (toSign === null) throw new Error('nothing to sign')
      const other = await signatureOf(await newSigningPair(true), toSign)
      expect(await codeOf(await send(team, ballot, 'state-paper', { sig: other }))).toBe(
        'BAD_STATEMENT_SIGNATURE',
      )
      const sig = await signatureOf(tellers.pair, toSign)
      const stated = await take(team, ballot, 'state-paper', { sig })
      expect(stated.result?.total).toMatchObject([{ cast: 7, counts: [2, 3, 2, 0, 0] }])
      const counted = await take(clerk, ballot, 'settle-count')
      expect(counted).toMatchObject({ status: 'counted', issued: { tokens: 6, paper } })
      const { bulletin } = await readBulletin(folderOf(of().site.hall, ballot))
      expect(await verifyBulletin(bulletin)).toMatchObject({ ok: true })
    }, 60_000)
  })
}
