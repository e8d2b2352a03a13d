/**
 * How an investigation is carried out, and what a problem found that way counts as when it becomes an opinion.
 * Source: domain.md §5 phase 2 (talks, forums, visits, files, covert visits, audit facts, rating), §2 (methods).
 */
import type { Channel, RaiserKind } from '../opinions/opinion.ts'

export const methods = [
  'interview', // 个别谈话
  'forum', // 座谈会
  'visit', // 走访
  'fileCheck', // 抽查案卷
  'covertVisit', // 暗访
  'auditFacts', // 审计情况
  'survey', // 问卷、民主测评
  'courtSitting', // 旁听
] as const

export type Method = (typeof methods)[number]

type MethodRule = Readonly<{
  channel: Channel
  raiserKind: RaiserKind
  /** Whether somebody speaks whose name may have to be protected. */
  hasSource: boolean
  zh: string
  en: string
}>

export const methodRules: Readonly<Record<Method, MethodRule>> = {
  interview: rule('interview', 'public', true, '个别谈话', 'Interview'),
  forum: rule('forum', 'public', true, '座谈会', 'Forum'),
  visit: rule('investigation', 'team', true, '走访', 'Visit'),
  fileCheck: rule('investigation', 'team', false, '抽查案卷', 'File check'),
  covertVisit: rule('investigation', 'team', false, '暗访', 'Covert visit'),
  auditFacts: rule('investigation', 'team', false, '审计情况', 'Audit facts'),
  survey: rule('survey', 'public', false, '问卷、民主测评', 'Questionnaire or rating'),
  courtSitting: rule('investigation', 'team', false, '旁听', 'Sitting in'),
}

function rule(
  channel: Channel,
  raiserKind: RaiserKind,
  hasSource: boolean,
  zh: string,
  en: string,
): MethodRule {
  return { channel, raiserKind, hasSource, zh, en }
}
