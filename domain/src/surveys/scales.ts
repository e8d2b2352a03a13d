/**
 * The scales a question may be answered on. A scale is data: its options, and on which side of the question each stands.
 * 不了解 is on every one of them and cannot be taken away, so nobody is made to judge what she has not seen.
 *
 * Source: domain.md §11 (满意/基本满意/不满意/不了解; design duty: 不了解 allowed), §8.7 (优秀/称职/基本称职/不称职, 好/较好/一般/差).
 */
export const scaleKeys = [
  'satisfied3',
  'satisfied5',
  'competent4',
  'good4',
  'done3',
  'happened2',
] as const

export type ScaleKey = (typeof scaleKeys)[number]

/**
 * `for` and `against` are what rates are made from; `between` is neither; `unknown` leaves the denominator of a rate but
 * stays in every table. What counts as satisfied is said beside each rate.
 */
export type Side = 'for' | 'between' | 'against' | 'unknown'

export type ScaleOption = Readonly<{ code: string; zh: string; en: string; side: Side }>

export type Scale = Readonly<{ zh: string; en: string; options: readonly ScaleOption[] }>

/** The one option that everything has, whatever else can be chosen. */
export const unknownCode = 'unknown'

const unknown: ScaleOption = {
  code: unknownCode,
  zh: '不了解',
  en: 'I do not know',
  side: 'unknown',
}

const option = (code: string, zh: string, en: string, side: Side): ScaleOption => ({
  code,
  zh,
  en,
  side,
})

/** 不了解 is added here and nowhere else. */
function scale(zh: string, en: string, options: readonly ScaleOption[]): Scale {
  return { zh, en, options: [...options, unknown] }
}

export const scales: Readonly<Record<ScaleKey, Scale>> = {
  satisfied3: scale('满意、基本满意、不满意', 'Satisfied, mostly satisfied, dissatisfied', [
    option('satisfied', '满意', 'Satisfied', 'for'),
    option('mostly', '基本满意', 'Mostly satisfied', 'for'),
    option('dissatisfied', '不满意', 'Dissatisfied', 'against'),
  ]),
  satisfied5: scale('五级满意度', 'Satisfaction in five steps', [
    option('very', '非常满意', 'Very satisfied', 'for'),
    option('satisfied', '满意', 'Satisfied', 'for'),
    option('fair', '一般', 'Neither', 'between'),
    option('dissatisfied', '不满意', 'Dissatisfied', 'against'),
    option('very-dissatisfied', '非常不满意', 'Very dissatisfied', 'against'),
  ]),
  competent4: scale('优秀、称职、基本称职、不称职', 'Excellent to not competent', [
    option('excellent', '优秀', 'Excellent', 'for'),
    option('competent', '称职', 'Competent', 'for'),
    option('barely', '基本称职', 'Barely competent', 'between'),
    option('incompetent', '不称职', 'Not competent', 'against'),
  ]),
  good4: scale('好、较好、一般、差', 'Good, fairly good, middling, poor', [
    option('good', '好', 'Good', 'for'),
    option('fairly', '较好', 'Fairly good', 'for'),
    option('middling', '一般', 'Middling', 'between'),
    option('poor', '差', 'Poor', 'against'),
  ]),
  done3: scale('是、部分是、否', 'Yes, in part, no', [
    option('yes', '是', 'Yes', 'for'),
    option('partly', '部分是', 'In part', 'between'),
    option('no', '否', 'No', 'against'),
  ]),
  /** For what ought not to happen: here “no” speaks for the work. */
  happened2: scale('没有、有', 'Did not happen, happened', [
    option('no', '没有', 'No', 'for'),
    option('yes', '有', 'Yes', 'against'),
  ]),
}
