/** The choices of a rule book in words: how subjects come on the plan, how the ballot is cast, what follows. */
import { selectionLabels, subjectKindLabels } from '../appraisals/year-plan.ts'
import { measureLabels } from '../supervision/chase.ts'
import { grades as gradeLabels } from '../verdicts/counting/grades.ts'
import { ruleWithLines } from '../verdicts/counting/rule-with-lines.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import type { BaseKind } from '../verdicts/counting/rule.ts'
import {
  baseLabels,
  baseWords as countedBase,
  comparatorWords,
} from '../verdicts/counting/threshold-words.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'
import type { AxisRule } from './axis-rule.ts'
import type {
  AbstainHandling,
  InvalidHandling,
  OfficialBallot,
  OverReturnedHandling,
  Secrecy,
  Voter,
  VoterGroup,
  Voters,
} from './official-ballot.ts'
import type {
  Consequence,
  CopyReceiver,
  RectificationMode,
  ResultPublication,
  Selecting,
  Settings,
} from './rule-book.ts'

type Label = Readonly<{ zh: string; en: string }>
type Labels<Key extends string> = Readonly<Record<Key, Label>>

export const secrecyLabels: Labels<Secrecy> = {
  secret: { zh: '无记名投票', en: 'secret' },
  named: { zh: '记名投票', en: 'named' },
  showOfHands: { zh: '举手表决', en: 'by show of hands' },
}

export const abstainLabels: Labels<AbstainHandling> = {
  counted: { zh: '弃权计入有效票', en: 'abstentions are valid votes' },
  excluded: { zh: '弃权不计入有效票', en: 'abstentions are not valid votes' },
}

export const invalidLabels: Labels<InvalidHandling> = {
  notCounted: { zh: '空白、多选的作无效票，不计入', en: 'blank or double marks are void' },
  asAbstain: { zh: '空白、多选的视为弃权', en: 'blank or double marks are abstentions' },
}

export const overReturnedLabels: Labels<OverReturnedHandling> = {
  voidAndRepeat: { zh: '收回多于发出的，作废重投', en: 'too many papers: void, vote again' },
  chairsDecide: {
    zh: '收回多于发出的，由会议主持人决定',
    en: 'too many papers: the chair of the meeting decides',
  },
}

export const voterGroupLabels: Labels<VoterGroup> = {
  members: { zh: '常委会组成人员', en: 'members' },
  deputies: { zh: '人大代表', en: 'deputies' },
  team: { zh: '评议组成员', en: 'investigation team' },
  public: { zh: '社会各界', en: 'people of all circles' },
}

export const outcomeLabels: Labels<VerdictOutcome> = {
  satisfied: { zh: '通过', en: 'passes' },
  conditional: { zh: '限期完善后再测评', en: 'to be completed and judged again' },
  unsatisfied: { zh: '不通过，重新报告', en: 'does not pass: report again' },
}

export const rectificationLabels: Labels<RectificationMode> = {
  perMatter: { zh: '逐件测评', en: 'matter by matter' },
  report: { zh: '对整改情况报告一并测评', en: 'on the report as a whole' },
}

export const publicationLabels: Labels<ResultPublication> = {
  counts: { zh: '公布等次和票数', en: 'grade and counts' },
  gradeOnly: { zh: '只公布等次', en: 'the grade only' },
  rank: { zh: '公布排名', en: 'the ranking' },
  notPublished: { zh: '不向社会公布', en: 'not published' },
}

export const copyLabels: Labels<CopyReceiver> = {
  partyCommittee: { zh: '同级党委', en: 'Party committee' },
  government: { zh: '同级政府', en: 'government' },
  organisationDepartment: { zh: '组织部门', en: 'organisation department' },
  unit: { zh: '被评议单位', en: 'unit' },
  superior: { zh: '上级主管部门', en: 'superior department' },
  deputies: { zh: '全体代表', en: 'all deputies' },
}

export function namesOf<Key extends string>(keys: readonly Key[], labels: Labels<Key>): Label {
  if (keys.length === 0) return { zh: '（无）', en: '(none)' }
  return {
    zh: keys.map((key) => labels[key].zh).join('、'),
    en: keys.map((key) => labels[key].en).join(', '),
  }
}

export const subjectKindsWords = (kinds: Settings['subjectKinds']): Label =>
  namesOf(kinds, subjectKindLabels)

export function selectingWords({ modes, rankingBottom, sparedFrom, threshold }: Selecting): Label {
  const { zh, en } = namesOf(modes, selectionLabels)
  const more: readonly (Label | null)[] = [
    modes.includes('ranking')
      ? { zh: `排名末${rankingBottom}位列入`, en: `the bottom ${rankingBottom} are listed` }
      : null,
    sparedFrom === null
      ? null
      : { zh: `各单位均达到${sparedFrom}%的当年免评`, en: `nobody when all reach ${sparedFrom} %` },
    threshold === null
      ? null
      : { zh: `低于${threshold}%的列入`, en: `whoever is below ${threshold} % is listed` },
  ]
  const said = more.filter((one) => one !== null)
  return {
    zh: [zh, ...said.map((one) => one.zh)].join('；'),
    en: [en, ...said.map((one) => one.en)].join('; '),
  }
}

/** 全体组成人员三等次（全体组成人员，半数以上（含半数））; with lines of its own, those. */
export function axisRuleWords({ rule: key, comparator, base, lines }: AxisRule): Label {
  const rule = ruleWithLines({ rule: key, lines }) ?? countingRules[key]
  const line = comparatorWords(rule, comparator)
  const own = lines === undefined ? { zh: '', en: '' } : ownLines(lines)
  return {
    zh: `${rule.name.zh}（${baseLabels[base].zh}，${line.zh}${own.zh}）`,
    en: `${rule.name.en} (${baseLabels[base].en}, ${line.en}${own.en})`,
  }
}

function ownLines(lines: readonly number[]): Label {
  const said = lines.map((line) => `${line}%`).join('/')
  return { zh: `，本级分界${said}`, en: `, own lines ${said}` }
}

export function officialBallotWords(ballot: OfficialBallot): Label {
  const by = axisRuleWords(ballot)
  const { secrecy, abstain, invalid, overReturned, items = [], itemWeights } = ballot
  const grades = ballot.grades.map(({ grade, outcome }) => ({
    zh: `${gradeLabels[grade].zh}：${outcomeLabels[outcome].zh}`,
    en: `${gradeLabels[grade].en}: ${outcomeLabels[outcome].en}`,
  }))
  const parts = [
    secrecyLabels[secrecy],
    by,
    ...grades,
    abstainLabels[abstain],
    invalidLabels[invalid],
    overReturnedLabels[overReturned],
    ...(items.length === 0
      ? []
      : [
          {
            zh: itemWeights
              ? `分项测评，按权重得出等次：${items.map((item, at) => `${item}${itemWeights[at] ?? 0}%`).join('、')}；总体评价作为对照`
              : `分项测评（不决定等次）：${items.join('、')}`,
            en: itemWeights
              ? `asked one by one and weighed into the grade: ${items.map((item, at) => `${item} ${itemWeights[at] ?? 0} %`).join(', ')}`
              : `asked one by one, deciding nothing: ${items.join(', ')}`,
          },
        ]),
  ]
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

export function votersWords(voters: Voters): Label {
  if (voters.length === 0) return { zh: '（无）', en: '(none)' }
  const parts = voters.map(({ group, base, decides, weight }) => {
    const [who, of] = [voterGroupLabels[group], baseWords(base, group)]
    const own = weight === undefined ? { zh: '', en: '' } : weightWords(weight)
    return {
      zh: `${who.zh}以${of.zh}为分母${decides ? `，决定等次${own.zh}` : '，供参考'}`,
      en: `${who.en} counted of ${of.en}, ${decides ? `decides the grade${own.en}` : 'for information'}`,
    }
  })
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

function weightWords(weight: number): Label {
  return { zh: `（权重${weight}%）`, en: ` (${weight} %)` }
}

/** 全体组成人员33人, 应参加人员60人, 收回票数58张. */
export function groupBaseWords({ group, base }: Pick<Voter, 'group' | 'base'>, of: number): Label {
  if (base !== 'allMembers' || group === 'members') return countedBase(base, of)
  return { zh: `应参加人员${of}人`, en: `all who were invited (${of})` }
}

/** “All members” of deputies are all deputies who were invited. */
function baseWords(base: BaseKind, group: VoterGroup): Label {
  if (base !== 'allMembers' || group === 'members') return baseLabels[base]
  return { zh: '应参加人数', en: 'all who were invited' }
}

export function consequencesWords(consequences: readonly Consequence[]): Label {
  if (consequences.length === 0) return { zh: '（无）', en: '(none)' }
  const parts = consequences.map(({ measure, fromRound }) => ({
    zh: `${measureLabels[measure].zh}（第${fromRound}轮起）`,
    en: `${measureLabels[measure].en} (from round ${fromRound})`,
  }))
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') }
}
