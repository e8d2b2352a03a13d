/**
 * One question on a screen. All options look alike and the mark is covered after eight seconds: a neighbour reads nothing
 * from colours, places or what lights up under a finger. Source: ballot.md 2 (other voters in the hall); ecosystem.md §8 no. 12.
 */
import type { Desk, Shown } from '../desk.ts'
import { act, h, say } from '../dom.ts'
import { mark as keepMark } from '../make-ballots.ts'
import { questionsOf, type Asking } from '../questions.ts'
import { cover } from './covered.ts'
import { closingLine, contestTitle, fingerprintLine, giveUpButton, paper } from './parts.ts'
import { passOn } from './tablet.ts'

export function mark(desk: Desk): Shown {
  const { words, booth, place } = desk
  const all = questionsOf(booth)
  const asking = all[place.question]
  if (!asking) return { node: h('div') }
  const closing = closingLine(desk)
  const options = optionList(desk, asking)
  let gone = false
  /** A thumb may be quicker than the phone writes: what was marked is kept before the next screen tells of it. */
  const go = (by: number) => async () => {
    if (gone) return
    gone = true
    await options.kept()
    place.question += by
    desk.redraw()
  }
  const last = place.question === all.length - 1
  const { contest, question } = asking
  const node = h(
    'div',
    {},
    paper(
      h('p', { class: 'nth' }, words.nth(place.question + 1, all.length)),
      progress(place.question + 1, all.length),
      contestTitle(contest.title),
      h('h2', { id: 'question' }, question.t),
      options.node,
      h(
        'div',
        { class: 'pair' },
        place.question === 0 ? h('span') : act(words.back, () => void go(-1)(), 'quiet'),
        act(last ? words.toReview : words.next, () => void go(1)()),
      ),
    ),
    closing.node,
    fingerprintLine(desk),
    giveUpButton(desk),
    ...(booth.tablet ? [passOn(desk)] : []),
  )
  return { node, update: closing.update, leave: options.leave }
}

function progress(at: number, of: number): HTMLElement {
  const bar = h('progress', { max: String(of), value: String(at), 'aria-hidden': 'true' })
  return bar
}

function optionList(
  { words, booth, redraw }: Desk,
  { c, q, question }: Asking,
): Readonly<{ node: HTMLElement; leave: () => void; kept: () => Promise<void> }> {
  let keeping = Promise.resolve()
  const current = () => {
    const step = booth.kept().steps[c]
    return step?.at === 'token' ? step.marks : []
  }
  const inputs = question.options.map((_, option) =>
    h('input', {
      type: 'radio',
      name: 'mark',
      value: String(option),
      change: () => choose(option),
    }),
  )
  const rows = h(
    'div',
    { class: 'options covered', role: 'radiogroup', 'aria-labelledby': 'question' },
    question.options.map((label, option) =>
      h('label', { class: 'option' }, inputs[option] ?? null, h('span', {}, label)),
    ),
  )
  const line = h('p', { class: 'fine', role: 'status' })
  const again = h('button', { type: 'button', class: 'text', click: () => shutter.show() })
  again.textContent = words.showMark
  const clear = h('button', { type: 'button', class: 'text', click: () => choose(null) })
  clear.textContent = words.clearMark

  const shutter = cover((shown) => {
    rows.classList.toggle('covered', !shown)
    bringUp(shown)
    // The ring of focus would tell which option it is.
    if (!shown && rows.contains(document.activeElement)) again.focus()
  })

  function bringUp(shown: boolean): void {
    const mark = current()[q] ?? null
    for (const [option, input] of inputs.entries()) input.checked = option === mark
    const none = mark === null
    say(line, none ? words.notMarked : shown ? words.shownMark : words.hiddenMark)
    again.hidden = none || shown
    clear.hidden = none
  }

  function choose(option: number | null): void {
    keeping = keep(option)
  }

  async function keep(option: number | null): Promise<void> {
    const marks = current().map((one, at) => (at === q ? option : one))
    await keepMark(booth, c, marks)
    if (option === null) shutter.hide()
    else shutter.show()
    redraw()
  }

  bringUp(false)
  const node = h('div', {}, rows, h('div', { class: 'told' }, line, again, clear))
  return { node, leave: shutter.leave, kept: () => keeping.catch(() => undefined) }
}
