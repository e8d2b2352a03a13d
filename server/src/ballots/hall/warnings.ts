/** What the chair is told before voting and before a result is shown. Source: ballot.md §6 no. 8, §4 no. 13. */
import { warningWords } from '@luoshi/ballots/bulletin/warning-words'
import type { Warning } from '@luoshi/ballots/bulletin/warnings'
import type { SecretBallot } from '../../contract/secret-ballot.ts'

export function warningsOf(
  eligible: number,
  kMin: number,
  found: readonly Warning[],
): SecretBallot['warnings'] {
  const small: SecretBallot['warnings'] =
    eligible < kMin
      ? [
          {
            contest: null,
            kind: 'small',
            zh: `可以投票的只有${eligible}人，不足${kMin}人，无记名没有意义，改用纸质票也一样。`,
            en: `Only ${eligible} may vote, fewer than ${kMin}: no ballot is secret among so few, on paper neither.`,
          },
        ]
      : []
  const after = found
    .filter(({ kind }) => kind !== 'small' || small.length === 0)
    .map((warning) => {
      const { zh, en } = warningWords(warning)
      return { contest: warning.contest, kind: warning.kind, zh, en }
    })
  return [...small, ...after]
}
