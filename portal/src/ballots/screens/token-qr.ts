/** The tokens of this device as QR codes, as few as a scanner reads well. Loaded only when somebody asks for it. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h } from '../dom.ts'
import { stepsOf } from '../kept.ts'
import { writeTokens } from '../token-text.ts'
import { contestName, paper, title } from './parts.ts'
import { qrPicture } from './qr-picture.ts'

export function tokenQr(desk: Desk): Shown {
  const { words, booth, place } = desk
  const tokens = stepsOf(booth.kept()).flatMap(([, step]) =>
    step.at === 'token' ? step.token : [],
  )
  const codes = h('div', { class: 'codes' })
  void writeTokens(booth.frozen, tokens).then((written) =>
    codes.replaceChildren(
      ...written.map(({ text, contests }, at) =>
        h(
          'figure',
          { class: 'code' },
          h(
            'figcaption',
            {},
            `${words.qrAt(at + 1, written.length)}　${words.qrHolds(contests.length)}`,
          ),
          h('p', { class: 'fine' }, contests.map((c) => contestName(desk, c)).join(words.listed)),
          qrPicture(text, words.qrTitle),
          h('details', {}, h('summary', {}, words.qrText), h('p', { class: 'tokentext' }, text)),
        ),
      ),
    ),
  )
  const node = h(
    'div',
    {},
    paper(
      title(words.qrTitle),
      alertBox(words.qrWarn),
      codes,
      act(words.print, () => print()),
      act(
        words.close,
        () => {
          place.aside = 'none'
          desk.redraw()
        },
        'quiet',
      ),
    ),
  )
  return { node }
}
