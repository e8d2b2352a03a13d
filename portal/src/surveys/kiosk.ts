/**
 * At a kiosk or a counter the next person must see nothing of the one before: whoever walks away is asked whether he is
 * still there, with his answers hidden, and then the form begins afresh; so it does after an answer was received, later
 * where a receipt code has to be copied. Source: domain.md section 11 (service counters; nobody is watched answering).
 */

const seconds = { idle: 60, asked: 20, thanked: 20, withCode: 90 } as const

export type Kiosk = Readonly<{
  /** Something was received: back to the beginning after a while. */
  thanked: (hasCode: boolean) => void
  /** Counts as long as there is something to hide. */
  watch: () => void
  stop: () => void
}>

type Page = Readonly<{
  /** Whether anything of the person shows. */
  isTouched: () => boolean
  ask: () => void
  goOn: () => void
  begin: () => void
}>

export function openKiosk({ isTouched, ask, goOn, begin }: Page): Kiosk {
  let ticking: ReturnType<typeof setInterval> | undefined
  let waiting: 'off' | 'idle' | 'asked' | 'thanked' = 'off'

  function stop(): void {
    waiting = 'off'
    clearInterval(ticking)
  }

  function count(from: number, then: () => void): void {
    clearInterval(ticking)
    // By the clock: a tablet that slept does not go on where it was.
    const end = Date.now() + from * 1000
    const tick = () => {
      const left = Math.ceil((end - Date.now()) / 1000)
      for (const one of document.querySelectorAll<HTMLElement>('[data-seconds]'))
        one.textContent = (one.dataset['seconds'] ?? '').replace('{n}', String(Math.max(0, left)))
      if (left > 0) return
      clearInterval(ticking)
      then()
    }
    tick()
    ticking = setInterval(tick, 500)
  }

  function watch(): void {
    clearInterval(ticking)
    waiting = isTouched() ? 'idle' : 'off'
    if (waiting === 'off') return
    count(seconds.idle, () => {
      waiting = 'asked'
      ask()
      count(seconds.asked, begin)
    })
  }

  for (const event of ['pointerdown', 'keydown', 'input', 'scroll'])
    addEventListener(event, () => waiting === 'idle' && watch(), { passive: true, capture: true })
  document.querySelector('[data-still]')?.addEventListener('click', () => {
    goOn()
    watch()
  })
  return {
    thanked: (hasCode) => {
      waiting = 'thanked'
      count(hasCode ? seconds.withCode : seconds.thanked, begin)
    },
    watch,
    stop,
  }
}
