/**
 * What the people say of one matter, over all questions that were compared: each question keeps its own verdict, and the
 * whole is their count. No question speaks for the others: that one of many shows no evidence is no finding about the
 * matter, and it is said as a count. What has to be looked at is a question that became worse or went back, or that not
 * one of them became better.
 *
 * Every verdict is one test at 95 %; they are not corrected for their number, so of forty questions that did not change
 * one is found worse by chance on average. Whoever reads “worse” reads of how many questions, too.
 * Source: seed map S10, S21; issue 6 point 6; American Statistical Association 2016, Statement on p-values, principle 4
 * (how many comparisons were made is told with them).
 */
import type { EffectVerdict } from '../statistics/effect.ts'

export type Compared = Readonly<{
  /** Null: asked once so far. */
  verdict: EffectVerdict | null
  hasRelapsed: boolean
}>

export type PeopleSay = Readonly<{
  /** Questions that were compared. */
  compared: number
  improved: number
  worse: number
  noEvidence: number
  /** Of them all: had become better and went back. */
  relapsed: number
}>

/** Counts of questions; those without a verdict (asked once only) are left out. A relapse counts beside its verdict. */
export function peopleSay(questions: readonly Compared[]): PeopleSay {
  const compared = questions.filter(({ verdict }) => verdict !== null)
  const count = (wanted: EffectVerdict) =>
    compared.filter(({ verdict }) => verdict === wanted).length
  return {
    compared: compared.length,
    improved: count('improved'),
    worse: count('worse'),
    noEvidence: count('no evidence'),
    relapsed: compared.filter(({ hasRelapsed }) => hasRelapsed).length,
  }
}

export const standings = ['not-compared', 'better', 'partly', 'not-better', 'worse'] as const

/** `worse`: of some question at least. `partly`: better on some, no evidence on the others. */
export type Standing = (typeof standings)[number]

export function standingOf({ compared, improved, worse, relapsed }: PeopleSay): Standing {
  if (compared === 0) return 'not-compared'
  if (worse > 0 || relapsed > 0) return 'worse'
  if (improved === 0) return 'not-better'
  return improved === compared ? 'better' : 'partly'
}

/** Whether the committee, having judged it satisfactory, has to look at what the people say. */
export function isApart(said: PeopleSay): boolean {
  const standing = standingOf(said)
  return standing === 'worse' || standing === 'not-better'
}

export function peopleSayWords(said: PeopleSay): Readonly<{ zh: string; en: string }> {
  const { compared, improved, worse, noEvidence, relapsed } = said
  if (compared === 0) return { zh: '还没有前后都问过的题目', en: 'no question was asked twice yet' }
  const parts = [
    improved > 0 && { zh: `${improved}题好转`, en: `${improved} improved` },
    worse > 0 && { zh: `${worse}题变差`, en: `${worse} worse` },
    noEvidence > 0 && { zh: `${noEvidence}题尚无证据`, en: `${noEvidence} without evidence` },
    relapsed > 0 && { zh: `其中${relapsed}题出现反弹`, en: `${relapsed} of them gone back` },
  ].filter((one) => one !== false)
  return {
    zh: `前后对比${compared}题：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${compared} questions compared: ${parts.map(({ en }) => en).join(', ')}`,
  }
}
