/**
 * The answer page with a script: one question a screen, on from tap to tap, kept on the device until it is received.
 * Without it the same form is one long page and a plain post.
 */
import './surveys.css'
import { newDraft, openDrafts, type Draft } from './draft.ts'
import { bodyOf, fieldsOf, fillIn, unknown } from './filled-in.ts'
import { openKiosk } from './kiosk.ts'
import { seal, sendOutbox } from './sending-by-token.ts'
import { sendOnce, type Sent } from './sending.ts'
import { inputsOf, openSteps } from './steps.ts'

const form = document.querySelector<HTMLFormElement>('form.survey')
if (form) run(form)

/** Long enough to see what one has chosen. */
const turnAfterMs = 220

function run(form: HTMLFormElement): void {
  const isInvited = form.dataset['invited'] !== undefined
  const door = `/s/${form.dataset['survey'] ?? ''}`
  const isKiosk = form.dataset['kiosk'] !== undefined
  const drafts = openDrafts(form.dataset['survey'] ?? '', !isKiosk)
  const steps = openSteps(form)
  const turning = form.querySelector<HTMLElement>('.turning')
  const back = form.querySelector<HTMLButtonElement>('[data-back]')
  const next = form.querySelector<HTMLButtonElement>('[data-next]')
  const progress = form.querySelector<HTMLElement>('[data-progress]')
  const left = form.querySelector<HTMLElement>('[data-left]')
  let draft: Draft = drafts.read() ?? newDraft()
  let turn: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const kiosk = isKiosk
    ? openKiosk({
        isTouched: () => draft.step > 0 || fieldsOf(form).some(([, value]) => value !== ''),
        ask: () => showPart('idle'),
        goOn: () => showPart(null),
        begin,
      })
    : null

  function part(name: string): HTMLElement | null {
    return document.querySelector<HTMLElement>(`[data-part="${name}"]`)
  }

  function showPart(name: string | null): void {
    form.hidden = name !== null
    for (const one of document.querySelectorAll<HTMLElement>('[data-part]')) {
      one.hidden = one.dataset['part'] !== name
      if (!one.hidden) one.focus({ preventScroll: true })
    }
    window.scrollTo(0, 0)
  }

  function keep(more: Partial<Draft>): void {
    draft = { ...draft, ...more }
    drafts.keep(draft)
  }

  function goTo(place: number, focus = true): void {
    clearTimeout(turn)
    const now = steps.now()
    const at = Math.max(0, Math.min(place, now.length - 1))
    const step = now[at]
    if (!step) return
    steps.show(step, focus)
    keep({ step: at, fields: fieldsOf(form) })
    kiosk?.watch()
    const last = at === now.length - 1
    if (back) back.hidden = at === 0
    if (next) {
      next.hidden = last
      const isAnswered = inputsOf(step).some(({ checked }) => checked) || hasText(step)
      const label = at === 0 ? 'start' : isAnswered ? 'label' : 'skip'
      next.textContent = next.dataset[label] ?? ''
    }
    say(progress, at === 0 || last ? '' : numbered(progress, at, now.length - 2))
    showLeft()
  }

  function showLeft(): void {
    const count = steps.unanswered()
    if (left) {
      left.hidden = count === 0
      left.textContent = (left.dataset['left'] ?? '').replace('{n}', String(count))
    }
    const check = form.querySelector<HTMLElement>('[data-check]')
    if (check) check.hidden = false
  }

  function onChange(event: Event): void {
    const input = event.target
    if (input instanceof HTMLInputElement) {
      standAlone(input)
      markChosen(form)
      const step = input.closest<HTMLElement>('[data-step]')
      if (next && step && !next.hidden) next.textContent = next.dataset['label'] ?? ''
    }
    keep({ fields: fieldsOf(form) })
  }

  /** On by itself after a tap; whoever goes through the options by keyboard goes on when she says so. */
  function onTap(event: MouseEvent): void {
    const input = event.target
    const byHand = event.detail > 0 || event.clientX !== 0 || event.clientY !== 0
    if (!(input instanceof HTMLInputElement) || input.type !== 'radio' || !byHand) return
    clearTimeout(turn)
    turn = setTimeout(() => goTo(draft.step + 1), turnAfterMs)
  }

  async function send(): Promise<void> {
    clearTimeout(retry)
    const asked = new Set(steps.now().map(({ dataset }) => dataset['question'] ?? ''))
    const body = draft.sent ?? bodyOf(form, draft, asked)
    keep({ sent: body })
    kiosk?.stop()
    showPart('sending')
    const sent = isInvited ? await sendByToken(body) : await sendOnce(form.action, body)
    if (sent === null) return
    switch (sent.kind) {
      case 'received':
        return received(sent.receipts)
      case 'later':
        say(part('waiting')?.querySelector('[data-why]'), sent.why)
        retry = setTimeout(() => void send(), sent.after * 1000)
        return showPart('waiting')
      case 'refused':
        // It will never be taken as it is: what was filled in stays, under a new name.
        keep({ ...newDraft(), fields: draft.fields, step: draft.step })
        say(part('refused')?.querySelector('[data-why]'), sent.why)
        showPart('refused')
        return kiosk?.watch()
    }
  }

  /** Null: it is sealed and its time has not come. */
  async function sendByToken(body: string): Promise<Sent | null> {
    const { outbox } = draft.kept
    if (outbox !== null) {
      return sendOutbox(door, outbox, (rest) => keep({ kept: { pending: null, outbox: rest } }))
    }
    const code = form.querySelector<HTMLInputElement>('[name=code]')?.value ?? ''
    const sealed = await seal(door, code, body, draft.kept, (kept) => keep({ kept }))
    if (sealed.kind === 'refused') return sealed
    if (sealed.kind === 'later') return { kind: 'later', why: null, after: 5 }
    // From here on nothing on the device ties the code to what is sent.
    keep({ kept: { pending: null, outbox: sealed.outbox } })
    forgetCode()
    waitForTime()
    return null
  }

  function forgetCode(): void {
    history.replaceState(null, '', location.pathname + location.search)
    const input = form.querySelector<HTMLInputElement>('[name=code]')
    if (input) input.value = ''
    keep({ fields: fieldsOf(form) })
  }

  function waitForTime(): void {
    clearTimeout(retry)
    const left = (draft.kept.outbox?.sendAt ?? 0) - Date.now()
    if (left <= 0) return void send()
    const panel = part('sealed')
    const minutes = Math.ceil(left / 60_000)
    const [pattern, n] =
      minutes > 90
        ? [panel?.dataset['hours'], Math.ceil(minutes / 60)]
        : [panel?.dataset['minutes'], minutes]
    say(panel?.querySelector('[data-when]'), (pattern ?? '').replace('{n}', String(n)))
    showPart('sealed')
    retry = setTimeout(waitForTime, Math.min(left, 60_000))
  }

  function received(codes: readonly string[]): void {
    drafts.forget(true)
    const box = part('thanks')?.querySelector<HTMLElement>('[data-receipts]')
    if (box) {
      box.hidden = codes.length === 0
      for (const old of box.querySelectorAll('[data-code]')) old.remove()
      for (const code of [...codes].reverse()) {
        const line = document.createElement('p')
        line.className = 'code'
        line.dataset['code'] = ''
        line.textContent = code
        box.firstElementChild?.after(line)
      }
    }
    showPart('thanks')
    kiosk?.thanked(codes.length > 0)
  }

  /** Afresh, with nothing of whoever was here before. */
  function begin(): void {
    clearTimeout(retry)
    drafts.forget(false)
    form.reset()
    markChosen(form)
    draft = newDraft()
    // The language of whoever was here is not that of the next person.
    if (isKiosk && location.search.includes('lang=') && navigator.onLine)
      return location.replace(`${location.pathname}?c=${form.dataset['kiosk'] ?? ''}`)
    kiosk?.stop()
    showPart(null)
    goTo(0)
  }

  form.addEventListener('change', onChange)
  form.addEventListener('input', ({ target }) => {
    const isText = target instanceof HTMLTextAreaElement
    if (isText && next)
      next.textContent = next.dataset[target.value.trim() ? 'label' : 'skip'] ?? ''
    keep({ fields: fieldsOf(form) })
  })
  form.addEventListener('click', onTap)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    // Enter in the middle goes on to the next question.
    if (draft.step < steps.now().length - 1) goTo(draft.step + 1)
    else void send()
  })
  back?.addEventListener('click', () => goTo(draft.step - 1))
  next?.addEventListener('click', () => goTo(draft.step + 1))
  for (const one of document.querySelectorAll('[data-another]'))
    one.addEventListener('click', begin)
  for (const one of document.querySelectorAll('[data-again]'))
    one.addEventListener('click', () => void send())
  part('refused')
    ?.querySelector('[data-return]')
    ?.addEventListener('click', () => showPart(null))
  window.addEventListener('online', () => {
    if (draft.sent !== null && part('waiting')?.hidden === false) void send()
  })

  if (turning) turning.hidden = false
  // What the browser itself kept of a form must not show at a kiosk.
  form.reset()
  fillIn(form, draft.fields)
  markChosen(form)
  goTo(draft.step, false)
  if (isInvited) beInvited(form)
  if (draft.kept.outbox !== null) waitForTime()
  else if (draft.sent !== null) void send()
  else if (drafts.isDone()) showPart('done')
}

/** Its code stands behind the #, which is sent to nobody. */
function beInvited(form: HTMLFormElement): void {
  const send = form.querySelector<HTMLButtonElement>('button[type=submit]')
  if (send) send.hidden = false
  const input = form.querySelector<HTMLInputElement>('[name=code]')
  if (input && location.hash.length > 1) input.value = decodeURIComponent(location.hash.slice(1))
}

function hasText(step: HTMLElement): boolean {
  return (step.querySelector('textarea')?.value ?? '').trim() !== ''
}

function numbered(where: HTMLElement | null, n: number, all: number): string {
  const pattern = where?.dataset['progress'] ?? ''
  return pattern.replace('{n}', String(n)).replace('{all}', String(all))
}

function say(where: Element | null | undefined, words: string | null): void {
  if (!(where instanceof HTMLElement)) return
  where.hidden = words === null || words === ''
  where.textContent = words
}

function standAlone(input: HTMLInputElement): void {
  if (input.type !== 'checkbox' || !input.checked) return
  const step = input.closest<HTMLElement>('[data-step]')
  if (!step) return
  for (const other of inputsOf(step)) {
    const apart = input.value === unknown || other.value === unknown
    if (other !== input && apart) other.checked = false
  }
}

function markChosen(form: HTMLFormElement): void {
  for (const label of form.querySelectorAll('label.option')) {
    label.classList.toggle('chosen', label.querySelector('input')?.checked === true)
  }
}
