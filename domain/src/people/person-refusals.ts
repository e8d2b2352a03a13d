/** Why a person is not put on the roster, or not changed there, and how to mend it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type PersonRefusal = ByCode<{
  'person-exists': Nothing
  'person-not-serving': Nothing
  'person-name-missing': Nothing
  'person-office-missing': Nothing
  'person-office-not-for': Nothing
  /** `where`: how those on the roster are told apart, as 单位 职务. */
  'namesake-on-record': { name: string; where: readonly string[] }
  'namesake-not-told-apart': { name: string; where: string }
  'leave-ends-before-it-begins': Nothing
  'leave-acts-for-himself': Nothing
  'not-on-leave': Nothing
  'left-in-the-future': Nothing
}>

export function explainPersonRefusal(refusal: PersonRefusal): Bilingual {
  switch (refusal.code) {
    case 'person-exists':
      return bilingual('此人已经登记。', '请刷新查看。', 'Already on the roster.', 'Reload.')
    case 'person-not-serving':
      return bilingual(
        '此人没有登记，或者已经离任。',
        '请在名册中核对。',
        'This person is not on the roster, or has left.',
        'Check the roster.',
      )
    case 'person-name-missing':
      return bilingual('没有填写姓名。', '请填写。', 'The name is missing.', 'Give it.')
    case 'person-office-missing':
      return bilingual(
        '组成人员没有写明职务。',
        '请选择主任、副主任、秘书长或者委员。',
        'The office of a member is missing.',
        'Choose director, vice director, secretary-general or member.',
      )
    case 'person-office-not-for':
      return bilingual(
        '只有常委会组成人员才有主任、副主任、委员职务。',
        '请清空这一栏，或者改选“组成人员”。',
        'Only members of the committee hold such an office.',
        'Clear it, or choose “member”.',
      )
    case 'namesake-on-record':
      return bilingual(
        `名册上已有${refusal.name}（${refusal.where.join('；')}）。`,
        '同一个人，请修改原有记录；确实是同名的另一个人，请写清单位、职务并选“另一个人”。',
        `${refusal.name} is on the roster (${refusal.where.join('; ')}).`,
        'If it is the same person, change that record; if another of the same name, say so.',
      )
    case 'namesake-not-told-apart':
      return bilingual(
        `两个${refusal.name}的单位、职务都是“${refusal.where}”，分不清是谁。`,
        '请写明能区分的单位、选区或者职务。',
        `Two people named ${refusal.name} have the same place and post (${refusal.where}).`,
        'Give a place or post that tells them apart.',
      )
    case 'leave-ends-before-it-begins':
      return bilingual(
        '请假结束的日期早于开始的日期。',
        '请核对起止日期。',
        'The leave ends before it begins.',
        'Check its days.',
      )
    case 'leave-acts-for-himself':
      return bilingual(
        '请假期间不能由本人代理本人。',
        '请选择另一个人，或者暂不指定。',
        'Nobody acts for himself while on leave.',
        'Choose another one, or nobody yet.',
      )
    case 'not-on-leave':
      return bilingual('此人没有请假。', '请刷新查看。', 'Not on leave.', 'Reload.')
    case 'left-in-the-future':
      return bilingual(
        '离任日期晚于今天。',
        '请在离任当日或者以后登记。',
        'The day of leaving is in the future.',
        'Record it on that day or later.',
      )
  }
}
