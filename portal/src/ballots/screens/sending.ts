/** Ballots on their way. “Cast” is said of a ballot only when its receipt holds. */
import { checkCodeLength } from '@luoshi/ballots/protocol/messages'
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h, note, say } from '../dom.ts'
import { isGone, mayUndo, stepsOf, undone, type Step } from '../kept.ts'
import { contestName, paper, title, trustLink } from './parts.ts'
import { passOn } from './tablet.ts'

export function sending(desk: Desk): Shown {
  const { words, booth, redraw } = desk
  const head = title(words.sendingTitle)
  const lead = h('p', { class: 'lead', role: 'status' })
  const counts = h('p', { class: 'fine' })
  const takeBack = async () => {
    await booth.change(undone)
    desk.place.question = 0
    redraw()
  }
  const undo = act(words.undo, () => void takeBack(), 'quiet')
  const undoBox = h('div', {}, undo, h('p', { class: 'hint' }, words.undoUntil))
  const list = ballotList(desk)
  const itself = note(words.sendsItself)
  const shared = booth.tablet ? h('div', {}, h('p', {}, words.tabletDone), passOn(desk)) : null

  function update(): void {
    const steps = stepsOf(booth.kept()).map(([, step]) => step)
    const all = steps.every(({ at }) => at === 'received')
    const left = steps.some((step) => isGone(step))
    say(head, all ? words.castTitle : words.sendingTitle)
    say(lead, all ? words.castLead : left ? words.pooledLead : words.sendingLead)
    const { issued, received } = booth.state()
    say(counts, words.received(issued, received))
    undoBox.hidden = !mayUndo(booth.kept())
    itself.hidden = all
    list.update()
  }
  update()
  const node = h(
    'div',
    {},
    paper(head, lead, list.node, undoBox, counts),
    itself,
    ...(shared ? [paper(shared)] : []),
    h('p', { class: 'fine' }, words.checkCodes),
    trustLink(desk),
  )
  return { node, update }
}

/** Each ballot with its check code and how far it is. */
export function ballotList(desk: Desk): Readonly<{ node: HTMLElement; update: () => void }> {
  const { words, booth } = desk
  const refusals = h('div')
  const rows = stepsOf(booth.kept())
    .filter(([, step]) => step.at === 'made' || isGone(step))
    .map(([c]) => {
      const state = h('span', { class: 'state' })
      const code = h('code', {})
      const name = contestName(desk, c)
      const node = h(
        'li',
        {},
        h('span', { class: 'name' }, name),
        h('span', { class: 'check' }, `${words.checkCode} `, code),
        state,
      )
      return { c, node, state, code }
    })

  function update(): void {
    const told = new Set<string>()
    for (const { c, state, code } of rows) {
      const step = booth.kept().steps[c]
      if (!step) continue
      say(state, stateText(desk, step))
      state.classList.toggle('done', step.at === 'received' || step.at === 'found')
      say(code, idOf(step).slice(0, checkCodeLength))
      if (step.at === 'refused') told.add(words.failed(step.code))
    }
    const text = [...told].join('')
    if (refusals.textContent === '' && text !== '')
      refusals.append(alertBox(text, words.refusedProof))
  }
  update()
  const list = h(
    'ul',
    { class: 'ballots' },
    rows.map(({ node }) => node),
  )
  return { node: h('div', {}, list, refusals), update }
}

function idOf(step: Step): string {
  if (step.at === 'made') return step.ballot.id
  return isGone(step) ? step.id : ''
}

function stateText({ words, sender }: Desk, step: Step): string {
  switch (step.at) {
    case 'asked':
    case 'token':
      return ''
    case 'made':
    case 'waiting':
      return words.stepMade
    case 'sent': {
      const trouble = sender.trouble().get(step.id)
      if (trouble === 'unreachable') return words.stepUnreachable
      return trouble === 'BAD_RECEIPT' ? words.stepBadReceipt : words.stepSent
    }
    case 'received':
      return words.stepReceived
    case 'refused':
      return words.stepRefused
    case 'found':
      return words.stepFound
    case 'missing':
      return words.stepMissing
  }
}
