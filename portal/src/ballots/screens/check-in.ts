/** Sign-in: the fingerprint is compared, then the token is taken, by the session or by the code on a slip. */
import type { Desk, Shown } from '../desk.ts'
import { act, alertBox, h, note } from '../dom.ts'
import { takeTokens } from '../take-tokens.ts'
import { fingerprintBlock, paper, refusalText, title } from './parts.ts'

export function checkIn(desk: Desk): Shown {
  const { words, booth, ballot } = desk
  const { contests } = booth.frozen.manifest
  const { issuers } = booth.state()
  const known = booth.tablet ? null : booth.state().signedIn
  const trouble = h('div')
  // A slip is asked for by every issuer that does not know the person otherwise.
  const fields = issuers.map((_, place) => slipField(desk, place))
  // Somebody who is signed in may still come with a slip: the account is of another, or not on the roll.
  const isOptional = (place: number) => known !== null && issuers[place]?.kind === 'session'
  const button = act(words.take, () => void submit())
  button.type = 'submit'
  const form = h(
    'form',
    {
      novalidate: true,
      submit: (event) => {
        event.preventDefault()
        void submit()
      },
    },
    fields.flatMap((field, place) =>
      isOptional(place)
        ? [h('details', {}, h('summary', {}, words.useSlip), ...field.nodes)]
        : field.nodes,
    ),
    trouble,
    button,
  )
  button.addEventListener('click', (event) => event.preventDefault())
  const signIn =
    known === null && !booth.tablet && issuers.some(({ kind }) => kind === 'session')
      ? h(
          'p',
          {},
          h('a', { href: `/sign-in?next=${encodeURIComponent(`/vote/${ballot}`)}` }, words.signIn),
        )
      : null

  let busy = false
  async function submit(): Promise<void> {
    if (busy) return
    const missing = fields.find((field, place) => !isOptional(place) && field.value() === '')
    for (const field of fields) field.fault(field === missing)
    if (missing) return missing.focus()
    busy = true
    button.disabled = true
    button.textContent = words.taking
    trouble.replaceChildren()
    const answer = await takeTokens(
      booth,
      fields.map((field) => field.value() || null),
    )
    busy = false
    button.disabled = false
    button.textContent = words.take
    if (!answer.ok) trouble.replaceChildren(alertBox(refusalText(desk, answer)))
    desk.redraw()
  }

  const node = h(
    'div',
    {},
    paper(
      title(booth.frozen.manifest.title),
      h('p', { class: 'lead' }, contests.length === 1 ? words.one : words.many(contests.length)),
      fingerprintBlock(desk),
    ),
    paper(
      h('h2', {}, words.checkInTitle),
      known === null ? null : h('p', {}, words.hello(known)),
      // Who gave the tokens up has come back here: the next step is paper.
      desk.place.forgotten ? h('p', { class: 'note', role: 'status' }, words.givenUp) : null,
      form,
      signIn,
    ),
    note(words.coercion),
  )
  return { node }
}

type SlipField = Readonly<{
  nodes: readonly Node[]
  value: () => string
  fault: (missing: boolean) => void
  focus: () => void
}>

function slipField({ words, place: { codes } }: Desk, place: number): SlipField {
  const id = `slip-${place}`
  const input = h('input', {
    id,
    class: 'line code',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-hint ${id}-bad`,
  })
  input.value = codes[place] ?? ''
  const bad = h('p', { class: 'bad', id: `${id}-bad` })
  const second = place > 0
  return {
    nodes: [
      h('label', { class: 'ask', for: id }, second ? words.secondSlip : words.slip),
      input,
      h('p', { class: 'hint', id: `${id}-hint` }, second ? words.secondSlipHint : words.slipHint),
      bad,
    ],
    value: () => input.value.trim(),
    fault: (missing) => {
      input.setAttribute('aria-invalid', String(missing))
      bad.textContent = missing ? words.slipMissing : ''
    },
    focus: () => input.focus(),
  }
}
