/**
 * What the settings of the ballot on the person do, shown on one box of figures: who votes, of what, and what groups and
 * items weigh. Every group and every item is shown with the same marks, so that only the setting differs.
 */
import { explainCountRefusal } from '../verdicts/counting/explain-count-refusal.ts'
import { percentText } from '../verdicts/counting/percent.ts'
import type { BaseKind } from '../verdicts/counting/rule.ts'
import { outcomeLabels, voterGroupLabels } from './choice-words.ts'
import {
  countOfficialBallot,
  type OfficialBox,
  type OfficialCountRefusal,
} from './official-ballot.ts'
import type { RuleBook } from './rule-book.ts'
import { mainGroup, weighing } from './voter-groups.ts'
import { countWeighted, type BallotPart } from './weighted-ballot.ts'

type Label = Readonly<{ zh: string; en: string }>
type Settings = RuleBook['settings']

export function officialExample(settings: Settings, box: OfficialBox): Label {
  const ballot = settings.officialBallot.value
  const count = countOfficialBallot(ballot, box)
  if (!count.ok) return refusedWords(count.refusal)
  const { grade, gradeKey, outcome } = count.value
  const after = outcomeLabels[outcome]
  const { items = [], itemWeights } = ballot
  const heaviest = heaviestOf(itemWeights ?? [])
  const item = items[heaviest.at]
  if (item === undefined)
    return { zh: `等次为“${grade}”：${after.zh}。`, en: `Grade ${gradeKey}: ${after.en}.` }
  const parts = items.map((one, at): BallotPart => ({
    voter: { group: 'members', base: ballot.base },
    item: one,
    groupWeight: 100,
    itemWeight: itemWeights?.[at] ?? 0,
    box: at === heaviest.at ? allAgainst(box) : box,
  }))
  const turned = countWeighted(ballot, parts)
  if (!turned.ok) return refusedWords(turned.refusal.refusal)
  return {
    zh: `各分项都是这些票数时，等次为“${grade}”：${after.zh}；其中“${item}”（权重${heaviest.weight}%）一项改为全部不满意时，等次为“${turned.value.grade}”。`,
    en: `With these votes on every item: ${gradeKey}, ${after.en}. If all are dissatisfied with “${item}” (${heaviest.weight} %): ${turned.value.gradeKey}.`,
  }
}

function heaviestOf(weights: readonly number[]): Readonly<{ at: number; weight: number }> {
  const weight = Math.max(0, ...weights)
  return { at: weight > 0 ? weights.indexOf(weight) : -1, weight }
}

function allAgainst({ votes, ...box }: OfficialBox): OfficialBox {
  const { satisfied, basically, dissatisfied } = votes
  const against = satisfied + basically + dissatisfied
  return { ...box, votes: { ...votes, satisfied: 0, basically: 0, dissatisfied: against } }
}

export function votersExample({ voters, officialBallot }: Settings, box: OfficialBox): Label {
  const groups = weighing(voters.value)
  const [only, ...more] = groups
  if (!only || more.length === 0) return shares(voters.value, box)
  const main = mainGroup(voters.value)
  const parts = groups.map(({ group, weight }): BallotPart => {
    const own = voters.value.find((one) => one.group === group)?.base ?? officialBallot.value.base
    const base = group === main ? officialBallot.value.base : own
    return { voter: { group, base }, item: null, groupWeight: weight, itemWeight: 100, box }
  })
  const sum = countWeighted(officialBallot.value, parts)
  if (!sum.ok) return refusedWords(sum.refusal.refusal)
  return {
    zh: `各类人员都是这些票数时：${sum.value.steps.join('')}`,
    en: `With these votes in every group: ${sum.value.stepsEn.join(' ')}`,
  }
}

function shares(voters: Settings['voters']['value'], box: OfficialBox): Label {
  const rows = voters.map(({ group, base }) => {
    const of = baseOf(base, box)
    const { satisfied } = box.votes
    const share = of > 0 ? `${satisfied}/${of} = ${percentText(satisfied, of)}` : `${satisfied}/0`
    const { zh, en } = voterGroupLabels[group]
    return { zh: `${zh}满意率 ${share}`, en: `${en}: ${share} satisfied` }
  })
  return {
    zh: `${rows.map(({ zh }) => zh).join('；')}。`,
    en: `${rows.map(({ en }) => en).join('; ')}.`,
  }
}

function baseOf(base: BaseKind, box: OfficialBox): number {
  const { members, present, issued = present, returned = present, invalid = 0 } = box
  return { allMembers: members, present, issued, returned, valid: returned - invalid }[base]
}

function refusedWords(refusal: OfficialCountRefusal): Label {
  if (refusal.code === 'grade-without-outcome')
    return { zh: '得出的等次没有写明后果。', en: 'The grade has no outcome.' }
  const { zh, en } = explainCountRefusal(refusal)
  return { zh: `不能计票：${zh.what}`, en: `Cannot be counted: ${en.what}` }
}
