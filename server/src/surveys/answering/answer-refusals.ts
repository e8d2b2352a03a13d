/** Why an answer was not taken, for people and for the page's script; once, in both languages. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'

export type AnswerRefusalCode =
  | 'survey-unknown'
  | 'survey-not-open'
  | 'survey-over'
  | 'way-shut'
  | 'answer-unreadable'
  | 'other-under-this-id'
  | 'too-many-answers'
  | 'not-from-this-page'
  | 'busy'
  | 'code-unknown'
  | 'code-used'
  | 'token-unfit'
  | 'token-spent'

export const answerStatus = {
  'survey-unknown': 404,
  'survey-not-open': 409,
  'survey-over': 410,
  'way-shut': 410,
  'answer-unreadable': 400,
  'other-under-this-id': 409,
  'too-many-answers': 429,
  'not-from-this-page': 403,
  busy: 503,
  'code-unknown': 404,
  'code-used': 409,
  'token-unfit': 403,
  'token-spent': 409,
} as const satisfies Readonly<Record<AnswerRefusalCode, number>>

export const answerRefusals: Readonly<Record<AnswerRefusalCode, Bilingual>> = {
  'survey-unknown': bilingual(
    '没有找到这次调查。',
    '请核对海报、短信或者信函上的网址。',
    'There is no such survey.',
    'Check the address on the poster, message or letter.',
  ),
  'survey-not-open': bilingual(
    '这次调查还没有开始。',
    '请在公布的日期内再来。',
    'This survey has not begun.',
    'Come back within its dates.',
  ),
  'survey-over': bilingual(
    '这次调查已经截止。',
    '已经提交的都已计入；还有意见的，可以直接向县人大常委会来信来访反映。',
    'This survey is over.',
    'What was sent is counted. You may still write to the committee.',
  ),
  'way-shut': bilingual(
    '这张海报或者链接已经停用。',
    '请从人大常委会公布的其他渠道进入；先前从这里提交的照样有效。',
    'This poster or link is no longer in use.',
    'Come in by another way that was announced; what was sent from here counts.',
  ),
  'answer-unreadable': bilingual(
    '提交的内容与问卷不符，没有保存。',
    '请刷新页面后重新填写。',
    'What was sent does not fit the questions and was not saved.',
    'Reload the page and fill it in again.',
  ),
  'other-under-this-id': bilingual(
    '这份答卷已经收到，不能再改。',
    '先前提交的有效，不需要再做什么。',
    'This answer has been received and cannot be changed.',
    'What you sent first counts; nothing more is needed.',
  ),
  'too-many-answers': bilingual(
    '同一网络在短时间内提交得太多。',
    '请过十分钟再试；填好的内容不会丢失。',
    'Too many answers from the same network in a short time.',
    'Try again in ten minutes; what you filled in is kept.',
  ),
  'not-from-this-page': bilingual(
    '这个请求不是从本页面发出的，没有保存。',
    '请从公布的网址重新进入。',
    'Not sent from this page; nothing was saved.',
    'Come in again by the published address.',
  ),
  busy: bilingual(
    '现在提交的人很多，还没有收下。',
    '请稍等几秒再按一次“提交”；填好的内容不会丢失。',
    'Many are sending at this moment; it has not been taken yet.',
    'Wait a few seconds and press “Send” again; what you filled in is kept.',
  ),
  'code-unknown': bilingual(
    '没有找到这个邀请码。',
    '请对照信函或者短信核对，字母不分大小写。',
    'There is no such invitation code.',
    'Check it against the letter or message; small letters will do.',
  ),
  'code-used': bilingual(
    '这个邀请码已经在另一台手机或电脑上用过。',
    '每个邀请码只能答一次；如果不是您本人用的，请与发信单位联系。',
    'This code was used on another device.',
    'Each code answers once; if it was not you, tell the office that sent it.',
  ),
  'token-unfit': bilingual(
    '答卷的票证不是本次调查的，没有收下。',
    '请从信函或者短信上的网址重新进入。',
    'The token is none of this survey; nothing was taken.',
    'Come in again by the address on the letter or message.',
  ),
  'token-spent': bilingual(
    '这张票证已经用过，先前提交的有效。',
    '每位受邀人只能答一次，不需要再做什么。',
    'This token was spent; what was sent first counts.',
    'Everybody invited answers once; nothing more is needed.',
  ),
}

/** Seconds until it is worth trying again, spread so that not everybody comes back at once. */
export function retryAfter(code: AnswerRefusalCode, chance: number): number | null {
  if (code === 'busy') return 2 + Math.floor(chance * 6)
  return code === 'too-many-answers' ? 600 : null
}
