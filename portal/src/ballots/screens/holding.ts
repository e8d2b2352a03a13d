/** The token is here, the vote has not begun: what it means, and a way out for a phone that will be empty by then. */
import type { Desk, Shown } from '../desk.ts'
import { act, h, note, paragraphs, say } from '../dom.ts'
import { stepsOf } from '../kept.ts'
import { fingerprintBlock, giveUpButton, paper, title, trustLink } from './parts.ts'
import { passOn } from './tablet.ts'

export function holding(desk: Desk): Shown {
  const { words, booth, place } = desk
  const tokens = stepsOf(booth.kept()).filter(([, { at }]) => at === 'token').length
  const counts = h('p', { class: 'fine', 'aria-live': 'off' })
  const update = () => {
    const { issued, eligible } = booth.state()
    say(counts, words.counts(issued, eligible))
  }
  update()
  const node = h(
    'div',
    {},
    paper(
      title(words.holdingTitle),
      h('p', { class: 'lead' }, words.takenLead(tokens)),
      ...paragraphs(words.takenHow),
      counts,
      fingerprintBlock(desk),
    ),
    paper(
      h('p', {}, words.saveQrWhy),
      act(
        words.saveQr,
        () => {
          place.aside = 'qr'
          desk.redraw()
        },
        'quiet',
      ),
      giveUpButton(desk),
      ...(booth.tablet ? [passOn(desk)] : []),
    ),
    note(words.coercion),
    trustLink(desk),
  )
  return { node, update }
}
