/** Refusals about acts that take two administrators, in words. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'

export type ActRefusalCode =
  | 'act-unknown'
  | 'act-over'
  | 'act-same-person'
  | 'act-not-yours'
  | 'admin-link-apart'

export const actWords: Readonly<Record<ActRefusalCode, Bilingual>> = {
  'act-unknown': bilingual(
    '没有这件待批准的事项。',
    '请刷新“待批准事项”后查看。',
    'There is no such act that waits.',
    'Reload the list of what waits.',
  ),
  'act-over': bilingual(
    '这件事项已经处理，或者超过七天没有批准，已经失效。',
    '请刷新查看；仍要办理的，由原申请人重新提出。',
    'It is decided already, or was not approved within seven days.',
    'Reload the list; whoever asked may ask again.',
  ),
  'act-same-person': bilingual(
    '三员分立：自己提出的，不能由自己批准。',
    '请另一位管理员批准；不再需要的，可以撤回。',
    'The three administrators are apart: nobody approves what he asked for himself.',
    'Another administrator approves it; or take it back.',
  ),
  'admin-link-apart': bilingual(
    '三员已分立：不能给其他管理员重新发链接，否则可以冒用他的账号。',
    '管理员忘记密码的，请运维人员在服务器上用 luoshi recover 生成链接，交本人使用。',
    'The three administrators are apart: a new link for another administrator would let you in as them.',
    'Have the link made on the server with luoshi recover, for its owner alone.',
  ),
  'act-not-yours': bilingual(
    '只有提出的人可以撤回。',
    '不同意的，请选“不批准”。',
    'Only whoever asked takes it back.',
    'Refuse it instead.',
  ),
}
