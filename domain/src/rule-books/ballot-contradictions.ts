/**
 * What contradicts itself in the settings of ballots, subjects and consequences: a line over 100 %, a grade that leads
 * nowhere, a ballot nobody decides. Source: domain.md §6, §7.
 */
import { isPercent } from '../verdicts/counting/rule-with-lines.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import { grades as gradeLabels } from '../verdicts/counting/grades.ts'
import { axes, axisLabels } from '../verdicts/verdict.ts'
import type { AxisRule } from './axis-rule.ts'
import type { Contradiction } from './contradiction.ts'
import { gradesOf } from './official-ballot.ts'
import type { RuleBook, SettingKey, SettingsWithSources } from './rule-book.ts'
import { weightFaults } from './weight-contradictions.ts'

export function ballotContradictionsOf({ settings }: RuleBook): readonly Contradiction[] {
  const { officialBallot } = settings
  return [
    ...axes.flatMap((axis) => {
      const { zh, en } = axisLabels[axis]
      return linesFaults('axes', settings.axes.value[axis], zh, `${en}: `)
    }),
    ...linesFaults('officialBallot', officialBallot.value, '对述职人员的测评', ''),
    ...gradeFaults(settings),
    ...voterFaults(settings),
    ...weightFaults(settings),
    ...selectingFaults(settings),
    ...consequenceFaults(settings),
  ]
}

function fault(key: SettingKey, zh: string, en: string): Contradiction {
  return { key, zh, en }
}

function linesFaults(
  key: SettingKey,
  { rule, lines }: AxisRule,
  zh: string,
  en: string,
): readonly Contradiction[] {
  if (lines === undefined) return []
  const { steps } = countingRules[rule]
  const over = lines.find((line) => line > 100)
  if (over !== undefined)
    return [
      fault(
        key,
        `${zh}的分界为${over}%，超过100%，永远达不到。`,
        `${en}A line of ${over} % can never be reached.`,
      ),
    ]
  if (lines.length !== steps.length || !lines.every(isPercent))
    return [
      fault(
        key,
        `${zh}应为末等以外的${steps.length}个等次各写一条1%至100%的分界。`,
        `${en}Give ${steps.length} line(s) from 1 to 100 %, one for every grade but the last.`,
      ),
    ]
  // Lines on the same votes must fall; on different votes (满意, then 满意加基本满意) they may be equal.
  const rises = steps.findIndex(({ when }, place) => {
    const [line = 0, before = 0] = [lines[place], lines[place - 1]]
    if (place === 0) return false
    return String(when.of) === String(steps[place - 1]?.when.of) ? line >= before : line > before
  })
  if (rises < 0) return []
  return [
    fault(
      key,
      `${zh}较低等次的分界不低于较高等次，较低等次永远得不到。`,
      `${en}A lower grade begins no lower than the one above it and could never be given.`,
    ),
  ]
}

function gradeFaults({ officialBallot }: SettingsWithSources): readonly Contradiction[] {
  const { value } = officialBallot
  const key = 'officialBallot'
  if (value.grades.length === 0)
    return [fault(key, '对述职人员的测评没有等次。', 'The ballot on the official has no grade.')]
  const given = value.grades.map(({ grade }) => grade)
  const possible = gradesOf(value)
  const missing = possible.find((grade) => !given.includes(grade))
  if (missing !== undefined)
    return [
      fault(
        key,
        `对述职人员的测评没有写明“${gradeLabels[missing].zh}”的后果。`,
        `The ballot on the official does not say what “${gradeLabels[missing].en}” leads to.`,
      ),
    ]
  const foreign = given.find((grade) => !possible.includes(grade))
  if (foreign !== undefined)
    return [
      fault(
        key,
        `等次“${gradeLabels[foreign].zh}”不是所选计票规则能得出的等次。`,
        `“${gradeLabels[foreign].en}” is no grade of the counting rule chosen.`,
      ),
    ]
  if (new Set(given).size < given.length)
    return [fault(key, '同一等次写了两次后果。', 'One grade has two outcomes.')]
  const [best, last] = [possible.at(0), possible.at(-1)]
  const outcome = (grade: (typeof given)[number] | undefined) =>
    value.grades.find((one) => one.grade === grade)?.outcome
  if (outcome(best) === 'satisfied' || outcome(last) !== 'satisfied') return []
  return [
    fault(
      key,
      '最高等次不通过而最低等次通过，等次的后果颠倒了。',
      'The best grade does not pass while the last one does.',
    ),
  ]
}

function voterFaults({ voters, officialBallot }: SettingsWithSources): readonly Contradiction[] {
  const key = 'voters'
  const groups = voters.value.map(({ group }) => group)
  if (!voters.value.some(({ decides }) => decides))
    return [fault(key, '没有一类人员的票决定等次。', 'Nobody’s votes decide the grade.')]
  if (new Set(groups).size < groups.length)
    return [fault(key, '同一类人员写了两次。', 'One group is named twice.')]
  const members = voters.value.find(({ group }) => group === 'members')
  if (!members?.decides || members.base === officialBallot.value.base) return []
  return [
    fault(
      key,
      '组成人员的分母与“对述职人员的测评”中的分母不一致。',
      'The members’ denominator differs from that of the ballot on the official.',
    ),
  ]
}

function selectingFaults({ selecting }: SettingsWithSources): readonly Contradiction[] {
  const { modes, rankingBottom, sparedFrom, threshold } = selecting.value
  const key = 'selecting'
  const found: Contradiction[] = []
  if (modes.length === 0)
    found.push(fault(key, '没有选择任何产生方式。', 'No way of choosing subjects is named.'))
  const over = [sparedFrom, threshold].find((line) => line !== null && line > 100)
  if (over !== undefined)
    found.push(
      fault(key, `评议对象的门槛为${over}%，超过100%。`, `A threshold of ${over} % is over 100 %.`),
    )
  if (modes.includes('ranking') && rankingBottom === 0)
    found.push(fault(key, '按排名列入，但末位数为零。', 'The bottom 0 of a ranking lists nobody.'))
  if (modes.includes('threshold') && threshold === null)
    found.push(
      fault(
        key,
        '低于门槛列入，但没有写明门槛。',
        'The threshold below which one is listed is missing.',
      ),
    )
  if (sparedFrom !== null && threshold !== null && sparedFrom < threshold)
    found.push(
      fault(
        key,
        '免评线低于列入的门槛：都达到免评线时仍有人低于门槛。',
        'All may be spared while some are below the threshold.',
      ),
    )
  return found
}

function consequenceFaults({ consequences }: SettingsWithSources): readonly Contradiction[] {
  const measures = consequences.value.map(({ measure }) => measure)
  if (new Set(measures).size === measures.length) return []
  return [fault('consequences', '同一措施写了两次。', 'One measure is named twice.')]
}
