/** A token comes back from its QR code, at a tablet of the hall: scanned by a scanner that types, or pasted. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h } from '../dom.ts'
import { unmarked, withSteps } from '../kept.ts'
import { readTokens } from '../token-text.ts'
import { paper, title } from './parts.ts'

export function load(desk: Desk): Shown {
  const { words, booth, place } = desk
  const text = h('textarea', {
    id: 'tokens',
    class: 'line',
    rows: '5',
    autocomplete: 'off',
    spellcheck: 'false',
  })
  const answer = h('div')
  const take = async () => {
    const found = await readTokens(booth.frozen, text.value)
    const tokens = found.flatMap((one) => (one.kind === 'token' ? one.token : []))
    if (found.length === 0) return answer.replaceChildren(alertBox(words.loadNone))
    if (tokens.length === 0) return answer.replaceChildren(alertBox(words.loadOther))
    await booth.change((kept) =>
      withSteps(
        kept,
        tokens.flatMap((token) => {
          const standing = kept.steps[token.c]
          const contest = booth.frozen.manifest.contests[token.c]
          if (!contest || (standing && standing.at !== 'asked')) return []
          return [[token.c, { at: 'token', token, marks: unmarked(contest.questions.length) }]]
        }),
      ),
    )
    desk.announce(words.loaded(tokens.length))
    place.aside = 'none'
    place.question = 0
    desk.redraw()
  }
  const node = paper(
    title(words.loadTitle),
    h('p', { class: 'lead' }, words.loadLead),
    h('label', { class: 'ask', for: 'tokens' }, words.loadLabel),
    text,
    answer,
    act(words.load, () => void take()),
    act(
      words.close,
      () => {
        place.aside = 'none'
        desk.redraw()
      },
      'quiet',
    ),
  )
  return { node }
}
