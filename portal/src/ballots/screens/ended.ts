/** After the close: whether the own ballots are in the published file, an objection when one is not, and clearing up. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h, say } from '../dom.ts'
import { stepsOf, withGone, type Gone } from '../kept.ts'
import { fingerprintLine, paper, refusalText, title, trustLink } from './parts.ts'
import { ballotList } from './sending.ts'
import { passOn } from './tablet.ts'

export function ended(desk: Desk): Shown {
  const { words, booth, place, ballot } = desk
  const list = ballotList(desk)
  const lead = h('p', { class: 'lead', role: 'status' })
  const wrong = h('div')
  let shown = ''

  function update(): void {
    const steps = stepsOf(booth.kept()).map(([, step]) => step)
    const missing = steps.filter((step) => step.at === 'missing')
    const open = steps.some(({ at }) => at === 'sent' || at === 'received')
    say(lead, leadOf(open, missing.length > 0))
    list.update()
    const now =
      missing.map((one) => `${one.id}${String(one.objected)}`).join() + JSON.stringify(place.check)
    if (now === shown) return
    shown = now
    wrong.replaceChildren(...troubles(desk, missing))
  }

  function leadOf(open: boolean, anyMissing: boolean): string {
    if (open) return place.check.at === 'not yet' ? words.checkingLead : words.checkedNone
    return anyMissing ? '' : words.checkedLead
  }

  update()
  const node = h(
    'div',
    {},
    paper(title(words.endedTitle), lead, wrong, list.node),
    h('p', {}, h('a', { href: `/vote/${ballot}/bulletin.zip` }, words.bulletin)),
    h('p', { class: 'fine' }, words.checkCodes),
    fingerprintLine(desk),
    trustLink(desk),
    booth.tablet ? passOn(desk) : forgetBox(desk),
  )
  return { node, update }
}

function troubles(
  desk: Desk,
  missing: readonly Extract<Gone, { at: 'missing' }>[],
): readonly Node[] {
  const { words, booth, place } = desk
  const failed =
    place.check.at === 'failed' && place.check.code !== 'unreachable'
      ? [alertBox(words.checkFailed(words.failed(place.check.code)))]
      : []
  const receipted = missing.filter(({ receipt }) => receipt !== null)
  const lost = missing.length > receipted.length ? [alertBox(words.lostLead)] : []
  if (receipted.length === 0) return [...failed, ...lost]
  if (receipted.every(({ objected }) => objected))
    return [...failed, ...lost, alertBox(words.objected)]
  const answer = h('div')
  const object = async () => {
    for (const step of receipted) {
      if (step.receipt === null || step.objected) continue
      const sent = await booth.hall.object(step.receipt)
      if (!sent.ok) return answer.replaceChildren(alertBox(refusalText(desk, sent)))
      await booth.change((kept) => withGone(kept, { ...step, objected: true }))
    }
    desk.redraw()
  }
  return [
    ...failed,
    ...lost,
    alertBox(words.missingLead),
    answer,
    act(words.object, () => void object()),
  ]
}

function forgetBox({ words, forget }: Desk): HTMLElement {
  const sure = act(words.forgetSure, () => void forget(), 'quiet')
  return h(
    'details',
    {},
    h('summary', {}, words.forget),
    h('p', { class: 'hint' }, words.forgetWhy),
    sure,
  )
}
