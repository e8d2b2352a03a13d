/**
 * Wakes the live streams of this process as soon as something of a meeting is in the log; those of other processes look again by
 * themselves every second. Nothing is carried but the news that there is something to look for.
 */
import { EventEmitter } from 'node:events'

const news = new EventEmitter()
news.setMaxListeners(0)

export function tellOfMeeting(): void {
  news.emit('news')
}

/** Settles at the next news, or when the time is up, or when `signal` says so. */
export function nextNews(signal: AbortSignal, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      news.off('news', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    news.once('news', done)
    signal.addEventListener('abort', done, { once: true })
    if (signal.aborted) done()
  })
}
