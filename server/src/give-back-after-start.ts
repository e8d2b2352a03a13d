/**
 * Loading the program leaves some twenty megabytes behind that nobody needs again: the text of a thousand modules. The
 * runtime would keep them until it needs the room, which in a small office is never; so they are given back once, when
 * the server has had a moment to answer those who waited for it. Only where Node was started with `--expose-gc`, as our
 * command does.
 */
const momentMs = 1_500

export type GivingBack = Readonly<{ stop: () => void }>

export function giveBackAfterStart(): GivingBack {
  const soon = setTimeout(() => {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, momentMs)
  // Nobody is kept from ending for it.
  soon.unref()
  return { stop: () => clearTimeout(soon) }
}
