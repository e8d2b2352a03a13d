/**
 * Keeps the review: on this device at once, with the server a moment after the last change. Without a network it tries
 * again by itself; when somebody else has saved, it stops and asks.
 */
import type { Instant } from '@luoshi/domain/kernel/day'
import { isInstant } from '@luoshi/domain/kernel/day'
import { putDecisions } from '@luoshi/server/contract/imports'
import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../../../api/problem.ts'
import { ask } from '../../../api/server.ts'
import type { Review } from '../model/review-shape.ts'
import { dropLocalCopy, keepLocalCopy, type Shelf } from './local-copy.ts'

export type Saving =
  | Readonly<{ state: 'fresh' | 'pending' | 'saving' | 'offline' | 'conflict' }>
  | Readonly<{ state: 'saved'; at: Instant | null }>
  | Readonly<{ state: 'refused'; error: unknown }>

const pause = 900
const again = 5000

type Kept = {
  saved: Review | null
  revision: number
  timer: number
  isSending: boolean
  isBlocked: boolean
}

export type Autosave = Readonly<{
  saving: Saving
  /** Sends what is not sent yet; false when it could not be kept. */
  flush: () => Promise<boolean>
  /** Goes on from this revision of the server's. */
  resume: (revision: number, saved: Review | null) => void
}>

/** @param isUnsaved - The review came from this device and the server does not have it yet. */
export function useAutosave(
  review: Review,
  start: Shelf & { revision: number },
  isUnsaved: boolean,
): Autosave {
  const [saving, setSaving] = useState<Saving>({ state: 'fresh' })
  const latest = useRef(review)
  const kept = useRef<Kept>({
    saved: isUnsaved ? null : review,
    revision: start.revision,
    timer: 0,
    isSending: false,
    isBlocked: false,
  })
  const { account, import: id } = start
  const send = useCallback(async (): Promise<boolean> => {
    const { current: mine } = kept
    window.clearTimeout(mine.timer)
    if (mine.isSending || mine.isBlocked || latest.current === mine.saved) {
      return latest.current === mine.saved
    }
    const sent = latest.current
    mine.isSending = true
    setSaving({ state: 'saving' })
    try {
      const body = { revision: mine.revision, decisions: { ...sent } }
      const { revision } = await ask(putDecisions, { params: { import: id }, body })
      mine.revision = revision
      mine.saved = sent
      mine.isSending = false
      if (latest.current !== sent) return await send()
      dropLocalCopy({ account, import: id })
      setSaving({ state: 'saved', at: now() })
      return true
    } catch (error) {
      mine.isSending = false
      const next = failed(error)
      mine.isBlocked = next.state === 'conflict'
      setSaving(next)
      if (next.state === 'offline') mine.timer = window.setTimeout(() => void send(), again)
      return false
    }
  }, [account, id])
  const keep = useCallback(() => {
    const { saved, revision } = kept.current
    if (latest.current === saved) return
    const at = new Date().toISOString()
    keepLocalCopy({ account, import: id }, { revision, at, review: latest.current })
  }, [account, id])
  useEffect(() => {
    latest.current = review
    const { current: mine } = kept
    if (review === mine.saved || mine.isBlocked) return
    setSaving({ state: 'pending' })
    const soon = window.setTimeout(keep, 200)
    window.clearTimeout(mine.timer)
    mine.timer = window.setTimeout(() => void send(), pause)
    return () => window.clearTimeout(soon)
  }, [review, keep, send])
  useEffect(() => {
    const back = () => void send()
    window.addEventListener('online', back)
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('pagehide', keep)
      keep()
      void send()
    }
  }, [keep, send])
  const resume = useCallback((revision: number, saved: Review | null) => {
    kept.current.revision = revision
    kept.current.saved = saved
    kept.current.isBlocked = false
    setSaving({ state: 'fresh' })
  }, [])
  return { saving, flush: send, resume }
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
