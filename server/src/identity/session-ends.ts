/**
 * Tells the live streams of this process that sessions may have ended, so that they ask at once. Those of other processes ask
 * the database every second anyway. Nothing is carried but the news that there is something to ask.
 * Source: OWASP ASVS 5.0 7.4.1, 7.4.2 (an ended session may not be used any more).
 */
import { EventEmitter } from 'node:events'

const ends = new EventEmitter()
ends.setMaxListeners(0)

/** Whatever happened, told when it is committed; also when it was refused, which costs one look. */
export async function endingSessions<Value>(act: Promise<Value>): Promise<Value> {
  try {
    return await act
  } finally {
    ends.emit('ended')
  }
}

/** @returns Ceases to listen. */
export function onSessionsEnded(listener: () => void): () => void {
  ends.on('ended', listener)
  return () => ends.off('ended', listener)
}
