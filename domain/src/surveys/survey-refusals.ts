/** Why a survey cannot take the next step, in words. */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'
import type { QuestionnaireRefusal } from './questionnaire.ts'
import { explainQuestionnaireRefusal, isQuestionnaireRefusal } from './questionnaire-refusals.ts'
import type { ReachRefusal } from './reach.ts'
import type { Survey } from './survey.ts'
import { explainWeightingRefusal, isWeightingRefusal } from './weighting-refusals.ts'
import type { WeightingRefusal } from './weighting.ts'

type StepRefusal = ByCode<{
  'survey-exists': Nothing
  'survey-wrong-status': { status: Survey['status'] }
  'survey-wave-changes-question': { question: string }
  'survey-asks-nobody': Nothing
  'survey-population-unreached': { population: string }
  'survey-days-over': { today: Day }
  'survey-early-close': { until: Day }
  'survey-channel-shut': Nothing
  'survey-channel-has-codes': Nothing
  'survey-needs-decision': Nothing
  'survey-reason-missing': Nothing
}>

export type SurveyRefusal = StepRefusal | ReachRefusal | QuestionnaireRefusal

export const surveyStatusLabels: Readonly<
  Record<Survey['status'], Readonly<{ zh: string; en: string }>>
> = {
  none: { zh: '尚未建立', en: 'not there' },
  draft: { zh: '起草中', en: 'draft' },
  open: { zh: '正在进行', en: 'open' },
  closed: { zh: '已经截止', en: 'closed' },
  published: { zh: '结果已公布', en: 'published' },
  dropped: { zh: '已经取消', en: 'dropped' },
}

export function explainSurveyRefusal(refusal: SurveyRefusal): Bilingual {
  if (isWeightingRefusal(refusal)) return explainWeightingRefusal(refusal)
  if (isQuestionnaireRefusal(refusal)) return explainQuestionnaireRefusal(refusal)
  return isReachRefusal(refusal) ? explainReachRefusal(refusal) : explainStepRefusal(refusal)
}

type OwnReachRefusal = Exclude<ReachRefusal, WeightingRefusal>

const reachCodes: Readonly<Record<OwnReachRefusal['code'], true>> = {
  'survey-reach-too-long': true,
  'survey-days-wrong': true,
  'survey-code-wrong': true,
  'survey-name-missing': true,
  'survey-stratum-missing': true,
  'survey-number-wrong': true,
  'survey-channel-nowhere': true,
  'survey-channel-does-not-fit': true,
}

function isReachRefusal(refusal: StepRefusal | OwnReachRefusal): refusal is OwnReachRefusal {
  return Object.hasOwn(reachCodes, refusal.code)
}

function explainStepRefusal(refusal: StepRefusal): Bilingual {
  switch (refusal.code) {
    case 'survey-exists':
      return bilingual(
        '这项调查已经建立。',
        '请在列表中打开。',
        'This survey exists.',
        'Open it from the list.',
      )
    case 'survey-wrong-status': {
      const { zh, en } = surveyStatusLabels[refusal.status]
      return bilingual(
        `这项调查${zh}，不能办这一步。`,
        '请刷新后查看最新情况；题目开始后不能改，需要改的请另建一次。',
        `This survey is ${en}: this step is not open.`,
        'Reload to see where it is; questions cannot change once it has started.',
      )
    }
    case 'survey-wave-changes-question':
      return bilingual(
        `上一次调查的题目 ${refusal.question} 被改动、移动或者删除。`,
        '前后对比只能用一字不差的题目。请改回原样；新题目放在原有题目之后。',
        `Question ${refusal.question} of the earlier wave was changed, moved or left out.`,
        'Before and after compare only word for word. Put it back; add new questions after the old ones.',
      )
    case 'survey-asks-nobody':
      return bilingual(
        '还没有确定调查对象。',
        '请在“对象与渠道”中至少添加一类对象。',
        'Nobody is asked yet.',
        'Add at least one population.',
      )
    case 'survey-population-unreached':
      return bilingual(
        `“${refusal.population}”没有任何渠道，谁也收不到问卷。`,
        '请为它添加渠道。',
        `“${refusal.population}” has no channel.`,
        'Add one.',
      )
    case 'survey-days-over':
      return bilingual(
        '截止日期已经过去。',
        `请把截止日期改到 ${refusal.today} 或者以后。`,
        'The last day is past.',
        `Choose ${refusal.today} or later.`,
      )
    case 'survey-early-close':
      return bilingual(
        `公布的截止日期是 ${refusal.until}，还没有过。`,
        '提前截止的，请写明理由；理由会随结果一起公布。',
        `It was announced to run until ${refusal.until}.`,
        'Give the reason for closing early; it is published with the results.',
      )
    case 'survey-channel-shut':
      return bilingual(
        '这个渠道已经停用。',
        '从它来的答卷照样有效；要继续收，请另加一个渠道。',
        'This way in is shut already.',
        'What came by it counts; add another to go on.',
      )
    case 'survey-channel-has-codes':
      return bilingual(
        '邀请码在抽中的人手里，不能单独停用这个渠道，否则有的人答不了。',
        '要停的，请截止整个调查；要另外收答卷的，可以增加电话、入户或者纸质渠道。',
        'Codes are with those who were drawn: shutting this way would keep some of them out.',
        'Close the survey, or add telephone, interviewers or paper beside it.',
      )
    case 'survey-needs-decision':
      return bilingual(
        '公布结果须有会议决定。',
        '请填写作出决定的会议、日期和文号。',
        'Publishing needs a decision.',
        'Give body, day and number.',
      )
    case 'survey-reason-missing':
      return bilingual(
        '没有填写理由。',
        '请写明理由。',
        'The reason is missing.',
        'Give the reason.',
      )
  }
}

const reachNames = {
  populations: { zh: '调查对象', en: 'populations' },
  strata: { zh: '一类对象的分层', en: 'strata of one population' },
  channels: { zh: '渠道', en: 'channels' },
} as const

function explainReachRefusal(refusal: OwnReachRefusal): Bilingual {
  switch (refusal.code) {
    case 'survey-reach-too-long': {
      const { zh, en } = reachNames[refusal.what]
      return bilingual(
        `${zh}最多 ${refusal.most} 个。`,
        '请删减，或者分成几次调查。',
        `At most ${refusal.most} ${en}.`,
        'Cut it, or make several surveys.',
      )
    }
    case 'survey-days-wrong':
      return bilingual(
        '截止日期早于开始日期。',
        '请改正。',
        'It would end before it begins.',
        'Mend the days.',
      )
    case 'survey-code-wrong':
      return bilingual(
        `编码 ${refusal.at} 重复或者不能用。`,
        '编码用小写字母开头，只含小写字母、数字和连字符，最多 24 个字符，不能重复。',
        `The code ${refusal.at} is taken or cannot be used.`,
        'Begin with a lower-case letter; letters, digits and hyphens, 24 at most; each once.',
      )
    case 'survey-name-missing':
      return bilingual(
        refusal.within === null
          ? `第${refusal.n}类对象没有名称。`
          : `“${refusal.within}”的第${refusal.n}层没有名称。`,
        '请填写名称。',
        refusal.within === null
          ? `Population ${refusal.n} has no name.`
          : `Stratum ${refusal.n} of “${refusal.within}” has no name.`,
        'Give it one.',
      )
    case 'survey-stratum-missing':
      return bilingual(
        `“${refusal.population}”没有分层。`,
        '不分层的，请保留“全部”一层。',
        `“${refusal.population}” has no stratum.`,
        'Keep one for all, if it is not divided.',
      )
    case 'survey-number-wrong':
      return bilingual(
        `“${refusal.at}”的人数不对或者没有填。`,
        '请填写不小于零的整数；按层抽样或者配额的，每层都要写明人数。',
        `A number of “${refusal.at}” is wrong or missing.`,
        'Whole numbers, not below zero; quotas for every stratum where the method asks by stratum.',
      )
    case 'survey-channel-nowhere':
      return bilingual(
        `渠道“${refusal.channel}”没有对应的对象或者分层。`,
        '请重新选择。',
        `Channel “${refusal.channel}” belongs to no population or stratum.`,
        'Choose again.',
      )
    case 'survey-channel-does-not-fit':
      return bilingual(
        `渠道“${refusal.channel}”不适合“${refusal.population}”。`,
        '海报、链接和窗口谁都能进，只用于自愿参与和配额访问；邀请码和短信只发给名单上抽中的人。',
        `Channel “${refusal.channel}” does not fit “${refusal.population}”.`,
        'Posters, links and counters are for whoever comes; codes and messages for those drawn from a list.',
      )
  }
}
