/**
 * Keeps the review: on this device at once, with the server a moment after the last change. Without a network it tries
 * again by itself; when somebody else has saved, it stops until a person has chosen.
 */
import { isInstant, type Instant } from '@luoshi/domain/kernel/day'
import { getImport, putDecisions } from '@luoshi/server/contract/imports'
import { problemOf } from '../../../api/problem.ts'
import { ask } from '../../../api/server.ts'
import { readReview, sameReview, type Review } from '../model/review-shape.ts'
import { dropLocalCopy, keepLocalCopy, type Shelf } from './local-copy.ts'

export type Saving =
  | Readonly<{ state: 'fresh' | 'pending' | 'saving' | 'offline' | 'conflict' }>
  | Readonly<{ state: 'saved'; at: Instant | null }>
  | Readonly<{ state: 'refused'; error: unknown }>

export type Saver = Readonly<{
  /** There is a newer review to keep. */
  update: (review: Review) => void
  /** Sends what is not sent yet; false when it could not be kept. */
  flush: () => Promise<boolean>
  /** Goes on from this revision of the server's. */
  resume: (revision: number, saved: Review | null) => void
  /** Keeps what is not sent yet on this device. */
  keep: () => void
}>

const soon = 200
const pause = 900
const again = 5000

type Start = Readonly<{ shelf: Shelf; revision: number; review: Review; isSaved: boolean }>

export function createSaver(start: Start, tell: (saving: Saving) => void): Saver {
  const { shelf } = start
  let latest = start.review
  let saved: Review | null = start.isSaved ? start.review : null
  let { revision } = start
  let sending: Promise<boolean> | null = null
  /** Sent, but nothing came back: it may have arrived. */
  let tried: Review | null = null
  let isBlocked = false
  let keeping = 0
  let waiting = 0

  const keep = () => {
    window.clearTimeout(keeping)
    if (latest === saved) return
    keepLocalCopy(shelf, { revision, at: new Date().toISOString(), review: latest })
  }

  /** A conflict with oneself: the answer to the last save was lost on its way, the save was not. */
  const afterConflict = async (found: Saving): Promise<Saving> => {
    if (found.state !== 'conflict') return found
    try {
      const newest = await ask(getImport, { params: { import: shelf.import } })
      const kept = readReview(newest.decisions)
      const isOwn = kept !== null && tried !== null && sameReview(kept, readReview({ ...tried }))
      if (!isOwn) return found
      revision = newest.revision
      saved = tried
      return latest === saved ? { state: 'saved', at: now() } : { state: 'pending' }
    } catch {
      return found
    }
  }

  const sendOne = async (): Promise<boolean> => {
    const sent = latest
    tell({ state: 'saving' })
    try {
      const body = { revision, decisions: { ...sent } }
      const done = await ask(putDecisions, { params: { import: shelf.import }, body })
      revision = done.revision
      saved = sent
      if (latest === sent) dropLocalCopy(shelf)
      tell(latest === sent ? { state: 'saved', at: now() } : { state: 'pending' })
      return true
    } catch (error) {
      const next = await afterConflict(failed(error))
      isBlocked = next.state === 'conflict'
      tell(next)
      keep()
      if (next.state === 'offline') tried = sent
      if (next.state === 'offline' || next.state === 'pending') {
        waiting = window.setTimeout(() => void flush(), next.state === 'offline' ? again : pause)
      }
      return next.state === 'saved'
    }
  }

  const flush = async (): Promise<boolean> => {
    window.clearTimeout(waiting)
    if (sending) await sending
    if (latest === saved) return true
    if (isBlocked) return false
    sending = sendOne()
    const isKept = await sending
    sending = null
    return isKept && latest !== saved ? flush() : isKept
  }

  return {
    update: (review) => {
      latest = review
      if (review === saved || isBlocked) return
      tell({ state: 'pending' })
      window.clearTimeout(keeping)
      window.clearTimeout(waiting)
      keeping = window.setTimeout(keep, soon)
      waiting = window.setTimeout(() => void flush(), pause)
    },
    flush,
    resume: (from, known) => {
      revision = from
      saved = known
      isBlocked = false
      tell({ state: 'fresh' })
    },
    keep,
  }
}

function failed(error: unknown): Saving {
  const { status, code } = problemOf(error)
  if (code === 'version-conflict') return { state: 'conflict' }
  return status === 0 || status >= 500 ? { state: 'offline' } : { state: 'refused', error }
}

function now(): Instant | null {
  const moment = new Date().toISOString()
  return isInstant(moment) ? moment : null
}
