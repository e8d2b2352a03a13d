/** Nothing can be cast where there is no box. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { refused } from '../../execute/refused.ts'

export function noBox() {
  return refused(
    409,
    'box-not-set-up',
    bilingual(
      '这个服务没有票箱，不能在本系统投票。',
      '请在正式启动的服务上办理，或者改用纸质票。',
      'This server has no box, so nothing can be cast here.',
      'Use a server that was started with one, or vote on paper.',
    ),
  )
}
