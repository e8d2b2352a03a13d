/** What a neighbour may not read is shown for eight seconds and then covered, also when the page goes out of sight. */
const shownFor = 8_000

export type Cover = Readonly<{ show: () => void; hide: () => void; leave: () => void }>

export function cover(set: (shown: boolean) => void): Cover {
  let timer: ReturnType<typeof setTimeout> | undefined
  const hide = () => {
    clearTimeout(timer)
    set(false)
  }
  const away = () => {
    if (document.hidden) hide()
  }
  document.addEventListener('visibilitychange', away)
  return {
    hide,
    show: () => {
      clearTimeout(timer)
      set(true)
      timer = setTimeout(hide, shownFor)
    },
    leave: () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', away)
    },
  }
}
