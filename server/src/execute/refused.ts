/** Why a command or a question was turned down, as API, console and CLI show it: one code, both languages. */
import {
  explainAppraisalRefusal,
  type AppraisalRefusal,
} from '@luoshi/domain/appraisals/appraisal-refusals'
import type { Day } from '@luoshi/domain/kernel/day'
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import { refuse } from '@luoshi/domain/kernel/result'
import { explainMatterRefusal, type MatterRefusal } from '@luoshi/domain/matters/refusals'
import { explainOpinionRefusal, type OpinionRefusal } from '@luoshi/domain/opinions/refusals'

export type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503

export type Refused = Readonly<{
  /** The HTTP status: the CLI exits 1 for 409, 2 for 400. */
  status: RefusedStatus
  code: string
  words: Bilingual
}>

export function refused(status: RefusedStatus, code: string, words: Bilingual) {
  return refuse<Refused>({ status, code, words })
}

export function refusedByMatter(refusal: MatterRefusal) {
  return refused(409, refusal.code, explainMatterRefusal(refusal))
}

const ofOpinions: ReadonlySet<string> = new Set([
  'opinion-already-raised',
  'opinion-not-answerable',
  'split-needs-two-parts',
])

function isOfOpinion(refusal: OpinionRefusal | MatterRefusal): refusal is OpinionRefusal {
  return ofOpinions.has(refusal.code)
}

export function refusedByOpinion(refusal: OpinionRefusal | MatterRefusal) {
  return isOfOpinion(refusal)
    ? refused(409, refusal.code, explainOpinionRefusal(refusal))
    : refusedByMatter(refusal)
}

export function refusedByAppraisal(refusal: AppraisalRefusal) {
  return refused(409, refusal.code, explainAppraisalRefusal(refusal))
}

export function forbidden() {
  return refused(
    403,
    'forbidden',
    bilingual(
      '您的身份不能办理这一步。',
      '请由有权限的人员办理；如认为权限有误，请联系系统管理员。',
      'Your role may not take this step.',
      'Ask somebody who may; if you think you should, talk to the administrator.',
    ),
  )
}

/** Also the answer about things that exist but may not be seen: nobody learns from us what exists. */
export function notFound() {
  return refused(
    404,
    'not-found',
    bilingual(
      '没有找到，或者您无权查看。',
      '请检查网址是否完整；从列表重新进入即可。',
      'Not found, or not yours to see.',
      'Check the address, or come in again from the list.',
    ),
  )
}

export function versionConflict() {
  return refused(
    409,
    'version-conflict',
    bilingual(
      '在您办理期间，其他人已经更新了这条记录，您的这一步没有保存。',
      '页面会自动读取最新情况，已填写的内容仍在；请核对后再提交一次。',
      'Somebody else changed this while you worked; your step was not saved.',
      'The page reads it anew by itself and what you typed is still here; check it and send it again.',
    ),
  )
}

export function clockSetBack(today: Day, last: Day) {
  return refused(
    409,
    'clock-set-back',
    bilingual(
      `服务器日期是${today}，早于台账最后一笔记录的日期${last}。`,
      `什么也没有写入，填好的内容不会丢失。请管理员校准服务器时间后重试；如果服务器日期本来就对，说明时钟以前走快过，请管理员用走快之前的备份恢复，或者等到${last}再办。`,
      `The server’s date is ${today}, before the last record of the ledger, ${last}.`,
      `Nothing was written, and what you typed is kept. Have the server’s clock set right, then try again. If it is right already, it ran ahead before: restore a backup from before that, or wait until ${last}.`,
    ),
  )
}

export function closingNotEarned() {
  return refused(
    409,
    'closing-not-earned',
    bilingual(
      '台账拒绝销号：本轮没有三项均满意的测评结论。',
      '请先完成测评；不满意的继续整改，直到满意为止。',
      'The log itself refuses: no verdict of this round satisfies on all three axes.',
      'See it through to a verdict that does.',
    ),
  )
}
