/**
 * A self-check 自查自纠: the official's unit goes through the framework question by question, names each gap with its
 * cause and evidence, and says what it has put right already. Honest early fixes count as 未评先改 and are shown as such.
 *
 *     none ──open──▸ filling ──official submits in person──▸ submitted
 *                      ▲────────────── clerk returns ────────────┘
 *
 * Every question is answered: by gaps, or by the explicit statement that none was found. After submission the clerk
 * takes gaps over as opinions with matters, and the team verifies what is said to be fixed.
 * Source: seed map S11, S15–S18, S23; domain.md §5 phase 1.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OfficialId, OpinionId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { evidenceOf, type EvidenceFacts } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import type { SelfCheckFramework } from './self-check-framework.ts'

type GapText = Readonly<{ finding: string; cause: string; remedy: string }>

export type GapCheck = Readonly<{
  outcome: 'confirmed' | 'notConfirmed'
  on: Day
  findings: string
}>

export type Gap = GapText &
  Readonly<{
    /** `g1`, `g2` …: never used again. */
    gap: string
    question: string
    evidence: readonly Evidence[]
    /** The day it was put right, when it was. */
    fixedOn: Day | null
    check: GapCheck | null
    takenOver: Readonly<{ opinion: OpinionId; matter: MatterId | null }> | null
  }>

/** 成绩: recorded beside problems (S23). */
export type Achievement = Readonly<{
  achievement: string
  text: string
  evidence: readonly Evidence[]
}>

type About = Readonly<{
  appraisal: AppraisalId
  unit: UnitId
  official: OfficialId
  openedOn: Day
  due: Day | null
  framework: SelfCheckFramework
  gaps: readonly Gap[]
  /** Questions at which the unit stated that it found nothing. */
  clean: readonly string[]
  achievements: readonly Achievement[]
  /** How many gaps and achievements were ever named, so that no key comes twice. */
  named: number
  /** By question: how the unit knows that there is nothing. Absent in older records. */
  bases?: Readonly<Record<string, string>>
  /** The clerk's remarks when it was sent back last. */
  returned: string | null
}>

export type SelfCheck = ByStatus<{
  none: Nothing
  filling: About
  submitted: About & { submittedOn: Day; signedBy: string }
}>

export type KnownSelfCheck = Exclude<SelfCheck, Readonly<{ status: 'none' }>>

export type SelfCheckEvent = ByType<{
  SelfCheckOpened: {
    appraisal: AppraisalId
    unit: UnitId
    official: OfficialId
    framework: SelfCheckFramework
    due: Day | null
    on: Day
  }
  GapNamed: {
    gap: string
    question: string
    evidence: readonly EvidenceFacts[]
    fixedOn: Day | null
    words: Words<GapText & { files: readonly string[] }>
  }
  GapDropped: { gap: string }
  /** `words`: how the unit knows. Absent in older records. */
  NothingFound: { question: string; on: Day; words?: Words<{ basis: string }> }
  AchievementNamed: {
    achievement: string
    evidence: readonly EvidenceFacts[]
    words: Words<{ text: string; files: readonly string[] }>
  }
  AchievementDropped: { achievement: string }
  SelfCheckSubmitted: { on: Day; words: Words<{ signedBy: string }> }
  SelfCheckReturned: { on: Day; words: Words<{ comments: string }> }
  /** The unit merged while it was filling: its successor goes on where it stood. */
  SelfCheckPassedOn: { to: UnitId; on: Day }
  GapTakenOver: { gap: string; opinion: OpinionId; matter: MatterId | null; on: Day }
  SelfFixChecked: {
    gap: string
    outcome: GapCheck['outcome']
    on: Day
    words: Words<{ findings: string }>
  }
}>

export const noSelfCheck: SelfCheck = { status: 'none' }

const erasedGap = { finding: erasedText, cause: erasedText, remedy: erasedText, files: undefined }

export function evolveSelfCheck(before: SelfCheck, event: SelfCheckEvent): SelfCheck {
  if (event.type === 'SelfCheckOpened') {
    const { appraisal, unit, official, framework, due, on } = event
    const about = { appraisal, unit, official, framework, due, openedOn: on }
    const nothing = { gaps: [], clean: [], achievements: [], named: 0, returned: null }
    return { status: 'filling', ...about, ...nothing }
  }
  if (before.status === 'none') throw new Error(`${event.type} before SelfCheckOpened`)
  switch (event.type) {
    case 'GapNamed': {
      const { gap, question, fixedOn, words } = event
      const { files, ...said } = words ?? erasedGap
      const named: Gap = {
        gap,
        question,
        evidence: evidenceOf(event.evidence, files),
        fixedOn,
        ...said,
        check: null,
        takenOver: null,
      }
      return {
        ...before,
        gaps: [...before.gaps, named],
        clean: before.clean.filter((one) => one !== question),
        named: before.named + 1,
      }
    }
    case 'GapDropped':
      return { ...before, gaps: before.gaps.filter(({ gap }) => gap !== event.gap) }
    case 'NothingFound': {
      const { question, words } = event
      const clean = [...before.clean.filter((one) => one !== question), question]
      if (words === undefined) return { ...before, clean }
      const basis = words?.basis ?? erasedText
      return { ...before, clean, bases: { ...before.bases, [question]: basis } }
    }
    case 'AchievementNamed': {
      const { achievement, words } = event
      const evidence = evidenceOf(event.evidence, words?.files)
      const named = { achievement, evidence, text: words?.text ?? erasedText }
      return {
        ...before,
        achievements: [...before.achievements, named],
        named: before.named + 1,
      }
    }
    case 'AchievementDropped': {
      const achievements = before.achievements.filter(
        (one) => one.achievement !== event.achievement,
      )
      return { ...before, achievements }
    }
    case 'SelfCheckSubmitted': {
      const signedBy = event.words?.signedBy ?? erasedText
      return { ...before, status: 'submitted', submittedOn: event.on, signedBy, returned: null }
    }
    case 'SelfCheckReturned':
      return { ...before, status: 'filling', returned: event.words?.comments ?? erasedText }
    case 'SelfCheckPassedOn':
      return { ...before, unit: event.to }
    case 'GapTakenOver': {
      const { opinion, matter } = event
      return { ...before, gaps: withGap(before, event.gap, { takenOver: { opinion, matter } }) }
    }
    case 'SelfFixChecked': {
      const { outcome, on, words } = event
      const check = { outcome, on, findings: words?.findings ?? erasedText }
      return { ...before, gaps: withGap(before, event.gap, { check }) }
    }
  }
}

function withGap({ gaps }: KnownSelfCheck, key: string, change: Partial<Gap>): readonly Gap[] {
  return gaps.map((one) => (one.gap === key ? { ...one, ...change } : one))
}

export type SelfCheckFigures = Readonly<{
  questions: number
  answered: number
  /** Gaps the unit found itself. Another population than the opinions raised by others: never add the two. */
  found: number
  /** 未评先改: said to be fixed, and found so on the spot. */
  fixed: number
  confirmed: number
  takenOver: number
}>

/** Source: domain.md §15 T5 (48 self-found and 56 fed back are different populations). */
export function selfCheckFigures({ framework, gaps, clean }: KnownSelfCheck): SelfCheckFigures {
  const questions = framework.flatMap((part) => part.questions)
  const isAnswered = (key: string) =>
    clean.includes(key) || gaps.some((gap) => gap.question === key)
  return {
    questions: questions.length,
    answered: questions.filter(({ key }) => isAnswered(key)).length,
    found: gaps.length,
    fixed: gaps.filter(
      ({ fixedOn, check }) => fixedOn !== null && check?.outcome !== 'notConfirmed',
    ).length,
    confirmed: gaps.filter(({ check }) => check?.outcome === 'confirmed').length,
    takenOver: gaps.filter(({ takenOver }) => takenOver !== null).length,
  }
}
