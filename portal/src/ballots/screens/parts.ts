/** Pieces that several screens share. */
import { fingerprintOf } from '@luoshi/ballots/protocol/manifest'
import type { Desk } from '../desk.ts'
import { h, say } from '../dom.ts'

export function title(text: string): HTMLElement {
  return h('h1', { tabindex: '-1' }, text)
}

/** As it stands in a list: with its question where several contests share a title. */
export function contestName({ booth }: Pick<Desk, 'booth'>, c: number): string {
  const { contests } = booth.frozen.manifest
  const contest = contests[c]
  if (!contest) return ''
  const shared = contests.filter((one) => one.title === contest.title).length > 1
  const [only] = contest.questions
  return shared && only ? `${contest.title}　${only.t}` : contest.title
}

/** A name large and the post under it, where the title of a contest tells them apart. */
export function contestTitle(text: string): HTMLElement {
  const [name = text, ...post] = text.split(/\u3000+/)
  if (post.length === 0) return title(text)
  return h('h1', { tabindex: '-1' }, name, h('span', { class: 'post' }, post.join(' ')))
}

export function paper(...children: readonly (Node | string | null)[]): HTMLElement {
  return h('section', { class: 'paper' }, ...children)
}

/** Four groups of four, large, to be compared with the screen of the hall. */
export function fingerprintBlock({ words, booth }: Desk): HTMLElement {
  const groups = fingerprintOf(booth.frozen).split(' ')
  return h(
    'div',
    { class: 'fingerprint' },
    h('p', { class: 'name' }, words.fingerprint),
    h(
      'p',
      { class: 'groups' },
      groups.map((group) => h('span', {}, group)),
    ),
    h('p', { class: 'hint' }, words.fingerprintCompare),
  )
}

export function fingerprintLine({ words, booth }: Desk): HTMLElement {
  return h('p', { class: 'fine' }, words.fingerprintShort(fingerprintOf(booth.frozen)))
}

/** Time left before the close; empty when the chair closes by hand. Told aloud when a minute is left. */
export function closingLine({ words, booth, announce }: Desk): {
  node: HTMLElement
  update: () => void
} {
  const node = h('p', { class: 'closing', role: 'timer' })
  let told = false
  const update = () => {
    const { closesAt } = booth.state()
    const left = closesAt === null ? null : Math.max(0, closesAt - booth.clock.now())
    node.hidden = left === null
    if (left === null) return
    const text = words.closesIn(minutes(left))
    say(node, text)
    if (left > 60_000 || told) return
    told = true
    announce(text)
  }
  update()
  return { node, update }
}

function minutes(left: number): string {
  const seconds = Math.ceil(left / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

export function trustLink({ words, english, ballot }: Desk): HTMLElement {
  const href = `/vote/${ballot}/trust${english ? '?lang=en' : ''}`
  return h('p', {}, h('a', { href, target: '_blank' }, words.trust))
}

export function giveUpButton({ words, place, redraw }: Desk): HTMLElement {
  const press = () => {
    place.aside = 'give-up'
    redraw()
  }
  return h('button', { type: 'button', class: 'text', click: press }, words.giveUpTitle)
}

/** The sentence of a refusal, by its code or the server's own words. */
export function refusalText(
  { words, english }: Pick<Desk, 'words' | 'english'>,
  answer: Readonly<{ code: string; words?: Readonly<{ zh: string; en: string }> }>,
): string {
  if (answer.code === 'unreachable') return words.unreachable
  if (answer.code === 'unreadable') return words.unreadable
  if (answer.words) return english ? answer.words.en : answer.words.zh
  return words.failed(answer.code)
}
