/** Values that tests of the rules share: an invented county's people, days and policy. */
import { addDays, day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import type { Command } from '../matters/commands.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import type { Approval } from '../people/approval.ts'
import type { Plan } from '../plans/plan.ts'
import { accept } from '../kernel/result.ts'
import { reportOf } from '../verdicts/counting/count-report.ts'
import { countVotes } from '../verdicts/counting/count-votes.ts'
import type { AxisVotes } from '../verdicts/verdict.ts'

export const march1 = day('2026-03-01')
export const theMatter = idOf('matter', 'matter_qinghe0001')
export const otherMatter = idOf('matter', 'matter_qinghe0002')
export const opinion = idOf('opinion', 'opinion_qinghe0001')
export const appraisal = idOf('appraisal', 'appraisal_qinghe2026')
export const water = idOf('unit', 'unit_water')
export const roads = idOf('unit', 'unit_roads')
export const liu = idOf('official', 'official_liumingyuan')
export const he = idOf('official', 'official_hezhiyuan')

export const byChairs: Approval = { body: 'chairs', on: march1, reference: '第12次主任会议' }

/** A policy with plain numbers: plan in 15 days, report in 90, redo in 30; 满意 by half of all members. */
export const policy: MatterPolicy = {
  planDueFrom: (start) => addDays(start, 15),
  reportDueFrom: (start) => addDays(start, 90),
  redoDueFrom: (start) => addDays(start, 30),
  fromReceipt: { plan: false, report: false, reassign: false },
  reassignUntil: (start) => addDays(start, 10),
  judgeAxis: (_axis, { members, present, issued, returned }, votes) => {
    const { satisfied, basically, dissatisfied, abstain } = votes
    const count = countVotes({
      rule: 'all-members-3',
      members,
      present,
      issued,
      returned,
      votes: { satisfied, basically, dissatisfied, abstain },
    })
    if (!count.ok) return count
    const { grade, passed, rule, ruleText, comparator, denominator, denominatorValue, words } =
      reportOf(count.value)
    const result =
      grade === '满意' ? 'satisfied' : grade === '基本满意' ? 'conditional' : 'unsatisfied'
    return accept({
      votes,
      grade,
      passed,
      result,
      rule,
      ruleText,
      comparator,
      denominator,
      denominatorValue,
      words,
    })
  },
  warningRound: 3,
  maxExtensions: 1,
  latestExtension: (due) => addDays(due, 60),
  closeFrom: (verdictOn) => verdictOn,
  mayApprove: {
    matter: ['chairs'],
    exit: ['chairs'],
    closure: ['chairs'],
    extension: ['chairs', 'deputyDirector'],
    escalation: ['chairs'],
  },
}

export const wholePlan: Plan = {
  analysis: '旧管网老化，漏损点长期未查清。',
  task: '青石街片区供水管网漏损率降到百分之十以下。',
  measures: ['分段检漏', '更换老旧支管'],
  dueOn: addDays(march1, 20),
  oversees: { name: '刘明远', post: '局长' },
  leads: { name: '何志远', post: '副局长' },
  does: { name: '宋佳', post: '供水股股长' },
}

export const evidence = [
  { sha256: 'a'.repeat(64), name: '检漏记录.docx', size: 20_480, mediaType: 'application/pdf' },
] as const

/** 29 of 33 members present, every form returned. */
export const attendance = { members: 33, present: 29, issued: 29, returned: 29 } as const

export const pleased: AxisVotes = { satisfied: 20, basically: 7, dissatisfied: 2, abstain: 0 }
export const halfPleased: AxisVotes = { satisfied: 12, basically: 12, dissatisfied: 5, abstain: 0 }
export const displeased: AxisVotes = { satisfied: 5, basically: 6, dissatisfied: 18, abstain: 0 }

type Votes = Command<'JudgeMatter'>['votes']

export const judge = (votes: Partial<Votes>, today = march1): Command<'JudgeMatter'> => ({
  type: 'JudgeMatter',
  session: '第30次常委会会议',
  attendance,
  votes: { measures: pleased, timeliness: pleased, quality: pleased, ...votes },
  reasons: '漏损率还没有降下来，请继续整改。',
  today,
})
