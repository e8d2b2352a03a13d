/** The one place where screens appear: each is drawn once, brought up to date while it stands, and named to a reader. */
import type { Shown } from './desk.ts'
import { h, say } from './dom.ts'

export type Stage = Readonly<{
  /** `key`: the same screen is not drawn again. */
  show: (key: string, draw: () => Shown) => void
  update: () => void
  announce: (text: string) => void
  /** A line above every screen; empty takes it away. */
  warn: (text: string) => void
  /** A line that stays in sight at the foot; empty takes it away. */
  count: (text: string) => void
}>

export function stageIn(root: HTMLElement): Stage {
  const live = h('p', { class: 'unseen', 'aria-live': 'assertive' })
  const warning = h('p', { class: 'offline', role: 'status' })
  warning.hidden = true
  const counting = h('p', { class: 'counting', role: 'alert' })
  counting.hidden = true
  const screen = h('div')
  root.replaceChildren(warning, screen, counting, live)
  let standing: Readonly<{ key: string; shown: Shown }> | undefined

  return {
    show: (key, draw) => {
      if (standing?.key === key) return standing.shown.update?.()
      const first = standing === undefined
      standing?.shown.leave?.()
      const shown = draw()
      standing = { key, shown }
      screen.replaceChildren(shown.node)
      if (first) return
      scrollTo(0, 0)
      screen.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    },
    update: () => standing?.shown.update?.(),
    announce: (text) => say(live, text),
    warn: (text) => {
      warning.hidden = text === ''
      say(warning, text)
    },
    count: (text) => {
      counting.hidden = text === ''
      say(counting, text)
    },
  }
}
