/** The hall's tablet turns to the next person; when a token would be lost by that, it asks first. */
import type { Desk } from '../desk.ts'
import { act, alertBox, h } from '../dom.ts'
import { wouldBeLost } from '../kept.ts'

export function passOn(desk: Desk): HTMLElement {
  const { words, booth } = desk
  const asked = h('div')
  const button = act(
    words.tabletNext,
    () => {
      if (!wouldBeLost(booth.kept())) return void desk.next()
      button.hidden = true
      asked.replaceChildren(
        alertBox(words.tabletLost),
        act(words.tabletLostSure, () => void desk.next(), 'quiet'),
      )
    },
    'quiet',
  )
  return h('div', {}, button, asked)
}
