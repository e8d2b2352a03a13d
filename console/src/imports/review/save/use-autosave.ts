/** Saves the review by itself while the page is open, and what is left when it is closed. */
import { useEffect, useState } from 'react'
import type { Review } from '../model/review-shape.ts'
import type { Shelf } from './local-copy.ts'
import { createSaver, type Saver, type Saving } from './saver.ts'

export type Autosave = Readonly<{ saving: Saving }> & Pick<Saver, 'flush' | 'resume'>

/** @param isUnsaved - The review came from this device and the server does not have it yet. */
export function useAutosave(
  review: Review,
  { shelf, revision }: Readonly<{ shelf: Shelf; revision: number }>,
  isUnsaved: boolean,
): Autosave {
  const [saving, setSaving] = useState<Saving>({ state: 'fresh' })
  const [saver] = useState(() =>
    createSaver({ shelf, revision, review, isSaved: !isUnsaved }, setSaving),
  )
  useEffect(() => saver.update(review), [saver, review])
  useEffect(() => {
    const back = () => void saver.flush()
    window.addEventListener('online', back)
    window.addEventListener('pagehide', saver.keep)
    return () => {
      window.removeEventListener('online', back)
      window.removeEventListener('pagehide', saver.keep)
      saver.keep()
      void saver.flush()
    }
  }, [saver])
  return { saving, flush: saver.flush, resume: saver.resume }
}
