/** Why a changed cell changes nothing by itself, and where the way is. */
import { bilingual, type Bilingual } from '../kernel/explanation.ts'

const refusals = {
  'not-kept': bilingual(
    '台账不保存这一栏。',
    '需要的话请写进进展情况。',
    'The ledger keeps no such field.',
    'Write it into the progress if it matters.',
  ),
  'numbered-once': bilingual(
    '编号由系统给出，不能改。',
    '不必改动，排序请用排序功能。',
    'Numbers are given once and do not change.',
    'Leave it; sort the sheet instead.',
  ),
  'words-as-raised': bilingual(
    '意见原文、来源和类别照提出时的原样保存，不能改。',
    '确有差错的，请按程序另作登记。',
    'An opinion is kept as it was raised.',
    'If it was recorded wrongly, record it anew by its own step.',
  ),
  'title-approved': bilingual(
    '事项已经审定，名称不能再改。',
    '名称只在拟稿时可以修改。',
    'The matter is approved; its title stands.',
    'A title can be changed only while it is drafted.',
  ),
  'unit-by-step': bilingual(
    '责任单位不能在表里改。',
    '请在事项页用“申请改办”或“移交责任”办理。',
    'The unit that answers does not change in a sheet.',
    'Ask for another unit, or move the responsibility, on the page of the matter.',
  ),
  'plan-stands': bilingual(
    '整改方案不在报送阶段，方案里的内容不能在表里改。',
    '需要修改的，请先在事项页退回方案，再重新报送。',
    'The plan is not open for submission.',
    'Have it returned on the page of the matter first, then submit it again.',
  ),
  'due-by-extension': bilingual(
    '完成时限不能在表里改。',
    '确需延期的，请在事项页办理延期，写明理由和审批。',
    'A time limit does not change in a sheet.',
    'Record an extension with its reason and approval on the page of the matter.',
  ),
  'progress-only-grows': bilingual(
    '已经报告的进展不能改写或删去，只能在后面续写。',
    '请恢复原来的各行，把新的进展写在最后一行之后。',
    'Progress that was reported cannot be rewritten, only added to.',
    'Put its lines back and write the new ones below them.',
  ),
  'result-by-report': bilingual(
    '办理结果由办结申请给出。',
    '请在事项页“申请办结”，附上答复和佐证。',
    'The result is given with the report of the result.',
    'Submit the result with its answer and evidence on the page of the matter.',
  ),
  'evidence-by-file': bilingual(
    '佐证材料要上传文件。',
    '请在事项页报告进展时附上文件。',
    'Evidence is files.',
    'Attach them to a progress report on the page of the matter.',
  ),
  'by-verification': bilingual(
    '复核评价来自现场核查。',
    '请由评议组在事项页登记核查。',
    'The review comes from the verification on the spot.',
    'The team records it on the page of the matter.',
  ),
  'by-verdict': bilingual(
    '满意度来自测评。',
    '请在事项页登记测评结果。',
    'Satisfaction comes from the ballot.',
    'Record the verdict on the page of the matter.',
  ),
  'by-closure': bilingual(
    '销号要有审批。',
    '请在事项页办理销号。',
    'Striking off needs its approval.',
    'Close the matter on its page.',
  ),
  'by-its-steps': bilingual(
    '状态随办理步骤变化，不能直接改。',
    '请在事项页办理相应的步骤。',
    'The status follows from the steps.',
    'Take the step on the page of the matter.',
  ),
  'unit-unknown': bilingual(
    '登记的单位里没有这个单位。',
    '请写登记的全称。',
    'No registered unit has this name.',
    'Write the name it is registered under.',
  ),
  'changed-since': bilingual(
    '您看过之后台账又变了，没有改动。',
    '请重新比对后再选。',
    'The ledger has changed since you looked; nothing was done.',
    'Compare again, then choose.',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>

export type CellRefusal = keyof typeof refusals

export function explainCellRefusal(why: CellRefusal): Bilingual {
  return refusals[why]
}
