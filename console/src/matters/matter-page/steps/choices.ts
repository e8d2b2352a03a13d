/** What can be chosen in the forms of steps, labelled in both languages. */
import type { Choice } from './step-spec.ts'

type Labels<Value extends string> = Readonly<Record<Value, Readonly<{ zh: string; en: string }>>>

export function choicesOf<Value extends string>(
  values: readonly Value[],
  labels: Labels<Value>,
): readonly Choice[] {
  return values.map((value) => ({ value, ...labels[value] }))
}

export const resultClassChoices: readonly Choice[] = [
  { value: 'A', zh: 'A　已经解决或者采纳', en: 'A  solved or adopted' },
  { value: 'B', zh: 'B　正在解决或者列入计划', en: 'B  under way or planned' },
  { value: 'C', zh: 'C　因条件限制暂时不能解决', en: 'C  limited by conditions for now' },
  { value: 'D', zh: 'D　留作参考或者属于上级职权', en: 'D  for reference, or for a higher level' },
]

export const verifyChoices: readonly Choice[] = [
  { value: 'confirmed', zh: '属实，可以提请测评', en: 'Confirmed, ready for the verdict' },
  { value: 'notConfirmed', zh: '不属实，退回继续整改', en: 'Not confirmed, sent back' },
]

export const raiserViewChoices: readonly Choice[] = [
  { value: 'notAsked', zh: '未询问', en: 'Not asked' },
  { value: 'satisfied', zh: '满意', en: 'Satisfied' },
  { value: 'basicallySatisfied', zh: '基本满意', en: 'Basically satisfied' },
  { value: 'dissatisfied', zh: '不满意', en: 'Dissatisfied' },
]

export const lookChoices: readonly Choice[] = [
  { value: 'held', zh: '没有反弹', en: 'It has held' },
  { value: 'relapsed', zh: '出现反弹，重新进入整改', en: 'It has relapsed: a new round begins' },
]

export const causeChoices: readonly Choice[] = [
  { value: 'postTransferred', zh: '岗位调整', en: 'The post changed hands' },
  { value: 'unitMerged', zh: '机构合并', en: 'Units merged' },
]
