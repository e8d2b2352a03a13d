/**
 * The token is given up unused, for paper: the device signs that it will cast nothing, and the staff scan or paste that text.
 * It shows the keys and never a vote. Loaded only when somebody asks for it. Source: ballot.md 5 (voter wants paper instead).
 */
import { giveUpToken } from '@luoshi/ballots/voting/give-up-token'
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h, note } from '../dom.ts'
import { stepsOf } from '../kept.ts'
import { paper, title } from './parts.ts'
import { qrPicture } from './qr-picture.ts'

export function giveUp(desk: Desk): Shown {
  const { words, place, redraw, forget } = desk
  const given = h('div')
  const back = act(
    words.close,
    () => {
      place.aside = 'none'
      redraw()
    },
    'quiet',
  )
  const sign = act(words.giveUpSure, () => void show())

  async function show(): Promise<void> {
    const pieces = await signedPieces(desk)
    if (pieces.length === 0) return
    sign.hidden = true
    given.replaceChildren(
      note(words.giveUpShow),
      h(
        'div',
        { class: 'codes' },
        pieces.map((text, at) =>
          h(
            'figure',
            { class: 'code' },
            h('figcaption', {}, words.qrAt(at + 1, pieces.length)),
            qrPicture(text, words.giveUpTitle),
          ),
        ),
      ),
      h(
        'details',
        {},
        h('summary', {}, words.giveUpText),
        h('p', { class: 'tokentext' }, pieces.join('')),
      ),
      act(words.giveUpDone, () => void done(), 'quiet'),
    )
  }

  async function done(): Promise<void> {
    place.aside = 'none'
    await forget()
  }

  return { node: paper(title(words.giveUpTitle), alertBox(words.giveUpWhat), sign, given, back) }
}

/** What a code holds that is still read well from a phone. */
const mostSigns = 2_100

/** One list, cut between two tokens into as few pieces as codes are needed; read one after the other they are the list. */
async function signedPieces({ booth }: Desk): Promise<readonly string[]> {
  const tokens = stepsOf(booth.kept()).flatMap(([, step]) =>
    step.at === 'token' ? step.token : [],
  )
  const pieces: string[] = []
  for (const [at, token] of tokens.entries()) {
    const one = await giveUpToken(booth.frozen, token)
    if (!one.ok) return []
    const end = at === tokens.length - 1 ? ']' : ','
    const text = `${at === 0 ? '[' : ''}${JSON.stringify(one.value)}${end}`
    const last = pieces[pieces.length - 1]
    if (last === undefined || last.length + text.length > mostSigns) pieces.push(text)
    else pieces[pieces.length - 1] = last + text
  }
  return pieces
}
