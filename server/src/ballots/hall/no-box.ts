/** Nothing can be cast where there is no box; and nothing is closed while a box that began anew has not all ballots back. */
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

export function boxBeganAnew(waitMs: number) {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return refused(
    409,
    'box-began-anew',
    bilingual(
      '票箱刚才重新启动过，手机正在自动补送还没有写入的选票，现在封票会漏票。',
      `请过${seconds}秒再封票；大家开着投票页面即可，不用操作。`,
      'The box has just begun anew, and phones are sending again what was not written yet: closing now would lose ballots.',
      `Close it in ${seconds} seconds; people keep the page open and need do nothing.`,
    ),
  )
}
