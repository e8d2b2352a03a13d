/** The tokens of this device as QR codes, one for each ballot. Loaded only when somebody asks for it. */
import { encode } from 'uqr'
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h } from '../dom.ts'
import { stepsOf } from '../kept.ts'
import { writeToken } from '../token-text.ts'
import { contestName, paper, title } from './parts.ts'

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
          picture(text, words.qrTitle),
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

/** Drawn as one path, so the policy against inline styles has nothing to object to. */
function picture(text: string, label: string): Element {
  const { size, data } = encode(text, { ecc: 'L', border: 4 })
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  svg.setAttribute('shape-rendering', 'crispEdges')
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  path.setAttribute('d', dark.join(''))
  svg.append(path)
  return svg
}
