/**
 * Wakes the live streams of this process as soon as a speech is in the log; those of other processes look again by
 * themselves every second. Nothing is carried but the news that there is something to look for.
 */
import { EventEmitter } from 'node:events'

const news = new EventEmitter()
news.setMaxListeners(0)

export function tellOfSpeech(): void {
  news.emit('speech')
}

/** Settles at the next speech, or when the time is up, or when `signal` says so. */
export function nextSpeech(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      news.off('speech', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    news.once('speech', done)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
}
