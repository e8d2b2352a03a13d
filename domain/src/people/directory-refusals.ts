/** Why the directory of units and officials refuses a change, and how to mend it. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, Nothing } from '../kernel/one-of.ts'

export type DirectoryRefusal = ByCode<{
  'name-missing': Nothing
  'post-missing': Nothing
  'unit-not-active': Nothing
  'official-not-in-post': Nothing
  'official-in-post': Nothing
  'successor-not-active': Nothing
  'successor-is-itself': Nothing
  'successor-elsewhere': Nothing
  'nobody-to-answer': Nothing
  'official-namesake': { name: string; where: readonly string[] }
  'official-registered-already': { name: string; where: string }
  'official-leave-days': Nothing
  'official-not-on-leave': Nothing
}>

export function explainDirectoryRefusal(refusal: DirectoryRefusal): Bilingual {
  switch (refusal.code) {
    case 'name-missing':
      return bilingual(
        '没有填写名称。',
        '请填写后再登记。',
        'The name is missing.',
        'Give one and register again.',
      )
    case 'post-missing':
      return bilingual(
        '没有填写职务。',
        '请填写后再登记。',
        'The post is missing.',
        'Give it and register again.',
      )
    case 'unit-not-active':
      return bilingual(
        '该单位没有登记，或者已经并入其他单位。',
        '请选择现有的单位。',
        'The unit is not on record, or has merged into another.',
        'Choose an existing unit.',
      )
    case 'official-not-in-post':
      return bilingual(
        '该责任人没有登记，或者已经离任。',
        '请在人员名册中核对。',
        'The official is not on record, or has left the post.',
        'Check the directory.',
      )
    case 'official-in-post':
      return bilingual(
        '此人仍然在任，不能另行改任。',
        '请先办理离任移交；移交时可以同时写明新职务。',
        'This official is still in post.',
        'Record the hand-over first; the new post may be given with it.',
      )
    case 'successor-not-active':
      return bilingual(
        '接任的单位或者人员没有登记，或者已经变动。',
        '请先登记接任者，再办理变更；原有事项会一并转过去。',
        'The successor is not on record, or is no longer there.',
        'Register the successor first; everything owed then goes along.',
      )
    case 'successor-is-itself':
      return bilingual(
        '不能由自己接任自己。',
        '请选择另一个单位或者人员。',
        'Nobody succeeds himself.',
        'Choose another one.',
      )
    case 'successor-elsewhere':
      return bilingual(
        '接任人员不在本单位任职；事项属于单位，不能跟着人到别的单位。',
        '请先把接任人员登记（改任）到本单位，再办理移交。',
        'The successor serves in another unit; matters belong to the unit.',
        'Register the successor in this unit first.',
      )
    case 'nobody-to-answer':
      return bilingual(
        '接任人员没有确定，本单位也没有另一位主持工作的负责人，事项会没有人负责。',
        '请先登记并确定本单位主持工作的负责人，或者直接选择接任人员。',
        'No successor is named and the unit has no other head, so nobody would answer.',
        'Name the acting head of the unit first, or choose the successor.',
      )
    case 'official-namesake':
      return bilingual(
        `名册上已有在任的${refusal.name}（${refusal.where.join('；')}）。`,
        '同一个人改任的，请在原记录上办理；确实是同名的另一个人，请选“另一个人”。',
        `${refusal.name} is in post already (${refusal.where.join('; ')}).`,
        'If it is the same person, change that record; if another of the same name, say so.',
      )
    case 'official-registered-already':
      return bilingual(
        `${refusal.name}（${refusal.where}）已经登记。`,
        '不必重复登记；确有两人同名、同单位、同职务的，请在职务中写明分工以示区别。',
        `${refusal.name} (${refusal.where}) is on record already.`,
        'If there are two of them, tell them apart by their post.',
      )
    case 'official-leave-days':
      return bilingual(
        '请假结束的日期早于开始的日期，或者由本人代理本人。',
        '请核对起止日期和代理人员。',
        'The leave ends before it begins, or somebody acts for himself.',
        'Check the days and who acts.',
      )
    case 'official-not-on-leave':
      return bilingual('此人没有请假。', '请刷新查看。', 'Not on leave.', 'Reload.')
  }
}
