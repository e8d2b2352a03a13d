/** Screens that only say something: waiting, too late, void. */
import type { Desk, Shown } from '../desk.ts'
import { act, h, note } from '../dom.ts'
import { fingerprintBlock, paper, title } from './parts.ts'

export function preparing(desk: Desk): Shown {
  const { words, booth } = desk
  return {
    node: paper(
      title(booth.frozen.manifest.title),
      h('p', { class: 'lead' }, words.preparing),
      fingerprintBlock(desk),
    ),
  }
}

export function noToken(desk: Desk): Shown {
  const { words, booth, place } = desk
  const left = booth.kept().left.filter(({ at }) => at === 'waiting' || at === 'sent').length
  const node = h(
    'div',
    {},
    paper(
      title(booth.tablet ? words.tabletTitle : words.noTokenTitle),
      h('p', { class: 'lead' }, booth.tablet ? words.tabletLead : words.noToken),
      act(words.loadQr, () => {
        place.aside = 'load'
        desk.redraw()
      }),
      fingerprintBlock(desk),
    ),
    booth.tablet && left > 0 ? note(words.tabletLeft(left)) : '',
  )
  return { node }
}

export function unused({ words }: Desk): Shown {
  return { node: paper(title(words.unusedTitle), h('p', {}, words.unused)) }
}

export function over({ words, ballot, place }: Desk): Shown {
  return {
    node: paper(
      title(words.overTitle),
      place.forgotten ? h('p', { role: 'status' }, words.forgotten) : '',
      h('p', {}, h('a', { href: `/vote/${ballot}/bulletin.zip` }, words.bulletin)),
    ),
  }
}

export function voided({ words, booth }: Desk): Shown {
  const onward = h('p', {})
  const update = () => {
    const { next } = booth.state()
    if (next === null || onward.hasChildNodes()) return
    onward.append(h('a', { class: 'act', href: `/vote/${next}${location.search}` }, words.voidNext))
  }
  update()
  return { node: paper(title(words.voidTitle), h('p', {}, words.voidLead), onward), update }
}
