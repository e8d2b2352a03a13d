/** Why a weighting by margins cannot be, in words. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { WeightingRefusal } from './weighting.ts'

const weightingCodes: Readonly<Record<WeightingRefusal['code'], true>> = {
  'survey-margins-amount': true,
  'survey-margin-source-missing': true,
  'survey-margin-level-wrong': true,
  'survey-margin-stratum-missing': true,
  'survey-margins-disagree': true,
}

export function isWeightingRefusal(
  refusal: Readonly<{ code: string }>,
): refusal is WeightingRefusal {
  return Object.hasOwn(weightingCodes, refusal.code)
}

export function explainWeightingRefusal(refusal: WeightingRefusal): Bilingual {
  switch (refusal.code) {
    case 'survey-margins-amount':
      return bilingual(
        `按边际人数加权，要有1到${refusal.most}组边际，编码不能重复。`,
        '请增减边际；没有边际人数的，请选按各层人数加权。',
        `Weighting by margins takes 1 to ${refusal.most} of them, each with a code of its own.`,
        'Add or remove margins; without any, weight by the strata.',
      )
    case 'survey-margin-source-missing':
      return bilingual(
        `边际“${refusal.margin}”没有写明人数依据。`,
        '请写明出自哪份统计，哪一页。',
        `The margin “${refusal.margin}” does not say where its numbers come from.`,
        'Name the statistics and the page.',
      )
    case 'survey-margin-level-wrong':
      return bilingual(
        `边际“${refusal.margin}”写得不全。`,
        '请填写名称，至少两类，每类有名称和不小于1的人数，编码不重复。',
        `The margin “${refusal.margin}” is not whole.`,
        'Give it a name and two classes at least, each with a name and a number of people.',
      )
    case 'survey-margin-stratum-missing':
      return bilingual(
        `边际“${refusal.margin}”没有说明“${refusal.stratum}”属于哪一类。`,
        '请给每一层选定一类。',
        `The margin “${refusal.margin}” does not say where “${refusal.stratum}” belongs.`,
        'Choose a class for every stratum.',
      )
    case 'survey-margins-disagree':
      return bilingual(
        `边际“${refusal.one}”和“${refusal.other}”的总人数不一致。`,
        '两份统计的口径或者日期不同，请核对；总人数一致才能加权。',
        `The totals of the margins “${refusal.one}” and “${refusal.other}” differ.`,
        'Check both statistics: only margins of one total can be kept.',
      )
  }
}
