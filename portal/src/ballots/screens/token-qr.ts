/** The tokens of this device as QR codes, one for each ballot. Loaded only when somebody asks for it. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h } from '../dom.ts'
import { stepsOf } from '../kept.ts'
import { writeToken } from '../token-text.ts'
import { contestName, paper, title } from './parts.ts'
import { qrPicture } from './qr-picture.ts'

export function tokenQr(desk: Desk): Shown {
  const { words, booth, place } = desk
  const tokens = stepsOf(booth.kept()).flatMap(([, step]) =>
    step.at === 'token' ? step.token : [],
  )
  const codes = h('div', { class: 'codes' })
  void Promise.all(tokens.map((token) => writeToken(booth.frozen, token))).then((texts) =>
    codes.replaceChildren(
      ...texts.map((text, at) =>
        h(
          'figure',
          { class: 'code' },
          h(
            'figcaption',
            {},
            `${words.qrAt(at + 1, texts.length)}　${contestName(desk, tokens[at]?.c ?? 0)}`,
          ),
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
