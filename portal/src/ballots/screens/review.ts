/** All marks once more, covered until asked for; then the one button that casts. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h, note, say } from '../dom.ts'
import { makeBallots } from '../make-ballots.ts'
import { questionsOf, type Asking } from '../questions.ts'
import { cover } from './covered.ts'
import { closingLine, contestName, fingerprintLine, paper, title, trustLink } from './parts.ts'

export function review(desk: Desk): Shown {
  const { words, booth, place, redraw } = desk
  const all = questionsOf(booth)
  const closing = closingLine(desk)
  const cells = all.map((asking) => ({ asking, cell: h('span', { class: 'choice' }) }))
  const show = act(words.showAll, () => shutter.show(), 'quiet')
  const hide = act(words.hideAll, () => shutter.hide(), 'quiet')
  const shutter = cover((shown) => {
    for (const { asking, cell } of cells) say(cell, textOf(asking, shown))
    if (!shown && document.activeElement === hide) {
      show.hidden = false
      show.focus()
    }
    show.hidden = shown
    hide.hidden = !shown
  })
  const textOf = ({ mark, question }: Asking, shown: boolean) => {
    if (mark === null) return words.blank
    return shown ? (question.options[mark] ?? '') : words.marked
  }
  shutter.hide()
  const ballots = new Set(all.map(({ c }) => c)).size
  const blanks = all.filter(({ mark }) => mark === null).length
  const trouble = h('div')
  const cast = act(words.cast(ballots), () => void castAll())

  async function castAll(): Promise<void> {
    shutter.hide()
    cast.disabled = true
    cast.textContent = words.casting
    const refused = await makeBallots(booth)
    cast.disabled = false
    cast.textContent = words.cast(ballots)
    if (refused !== null) trouble.replaceChildren(alertBox(words.failed(refused)))
    place.question = 0
    redraw()
  }

  const node = h(
    'div',
    {},
    paper(
      title(words.reviewTitle),
      h(
        'ol',
        { class: 'reviewed' },
        cells.map(({ asking, cell }, at) => row(desk, asking, cell, at)),
      ),
      show,
      hide,
    ),
    blanks > 0 ? note(words.blanks(blanks)) : '',
    paper(h('p', {}, words.coercion), trustLink(desk), trouble, cast),
    act(
      words.back,
      () => {
        place.question = Math.max(0, all.length - 1)
        redraw()
      },
      'quiet',
    ),
    closing.node,
    fingerprintLine(desk),
  )
  return { node, update: closing.update, leave: shutter.leave }
}

function row(
  desk: Desk,
  { c, contest, question }: Asking,
  cell: HTMLElement,
  at: number,
): HTMLElement {
  const { words, place, redraw } = desk
  const several = contest.questions.length > 1
  const name = several ? `${contest.title}　${question.t}` : contestName(desk, c)
  const change = h('button', {
    type: 'button',
    class: 'text',
    'aria-label': `${words.change}：${name}`,
    click: () => {
      place.question = at
      redraw()
    },
  })
  change.textContent = words.change
  return h('li', {}, h('span', { class: 'name' }, name), cell, change)
}
