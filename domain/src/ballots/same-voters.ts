/**
 * Rule: in one session the same voters judge every subject. Ballots of one session that were held before another number
 * of people, or for which more or fewer were handed a form or recused, are worth a look; they are not refused.
 *
 * Source: domain.md §7 (same voter set for every subject in one session).
 */
import type { HeldBallot } from './ballot.ts'

export type VotersWarning = Readonly<{ zh: string; en: string }>

/** @param others - Ballots of the same session whose count is settled. */
export function checkSameVoters(
  ballot: HeldBallot,
  others: readonly HeldBallot[],
): readonly VotersWarning[] {
  const different = others.find(
    ({ present, members }) => present !== ballot.present || members !== ballot.members,
  )
  const ours = votersOf(ballot)
  const shorter = others.find((other) => {
    const theirs = votersOf(other)
    return ours !== null && theirs !== null && ours !== theirs
  })
  return [
    different && {
      zh: `同一次会议的另一次测评登记为应到${different.members}人、实到${different.present}人，本次为应到${ballot.members}人、实到${ballot.present}人，请核对签到表。`,
      en: `Another ballot of this session was held before ${different.present} of ${different.members}, this one before ${ballot.present} of ${ballot.members}.`,
    },
    shorter && {
      zh: `同一次会议的另一次测评，领票与回避合计${votersOf(shorter) ?? 0}人，本次为${ours ?? 0}人，请核对发票数和回避名单。`,
      en: `In another ballot of this session forms and recusals make ${votersOf(shorter) ?? 0}, here ${ours ?? 0}.`,
    },
  ].filter((one) => one !== undefined)
}

/** Forms handed out and people recused; null until it is counted. */
function votersOf(ballot: HeldBallot): number | null {
  return 'count' in ballot ? ballot.count.issued + ballot.recused : null
}
