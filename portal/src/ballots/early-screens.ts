/** What is said before a ballot can be shown at all: an address, a browser or another window is in the way. */
import { act, alertBox, h, paragraphs } from './dom.ts'
import { paper, title } from './screens/parts.ts'
import type { Words } from './words.zh.ts'

/** Browsers lend cryptography to encrypted addresses only. */
export function insecure(words: Words): Node {
  const address = location.href.replace(/^http:/, 'https:')
  return paper(
    title(words.insecureTitle),
    ...paragraphs(words.insecure),
    h('a', { class: 'act', href: address }, words.insecureTry),
  )
}

export function tooOld(words: Words): Node {
  return paper(title(words.oldTitle), ...paragraphs(words.old))
}

export function noStorage(words: Words): Node {
  return paper(title(words.noStorageTitle), ...paragraphs(words.noStorage))
}

export function otherWindow(words: Words, takeOver: () => void): Node {
  return paper(
    title(words.otherTabTitle),
    h('p', {}, words.otherTab),
    act(words.takeOver, takeOver, 'quiet'),
  )
}

export function changedBallot(words: Words, fingerprint: string, goOn: () => void): Node {
  return paper(
    title(words.changedTitle),
    alertBox(...words.changed),
    h(
      'div',
      { class: 'fingerprint' },
      h('p', { class: 'name' }, words.fingerprint),
      h(
        'p',
        { class: 'groups' },
        fingerprint.split(' ').map((group) => h('span', {}, group)),
      ),
    ),
    act(words.changedGoOn, goOn, 'quiet'),
  )
}

export function wrong(text: string): Node {
  return paper(title(text))
}

export function waiting(text: string): Node {
  return paper(h('p', { class: 'lead', role: 'status' }, text))
}
