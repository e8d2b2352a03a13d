/** A form dialog over the whole of a record: what somebody else changed meanwhile is not written over before it was said. */
import { useState, type ComponentProps } from 'react'
import { isRefusal } from '../api/problem.ts'
import { ActDialog } from './act-dialog.tsx'
import type { Lacking } from './lacking.ts'
import { MovedNote } from './moved-note.tsx'

type Props<Seen> = Omit<ComponentProps<typeof ActDialog>, 'send'> &
  Readonly<{
    /** The version that the page has read last; the row itself, where it has none. */
    now: Seen
    /** Sent with the version that the form was filled from. Before that: what is still missing. */
    send: ((seen: Seen) => Promise<unknown>) | Lacking
  }>

export function WholeDialog<Seen extends number | object>({
  now,
  send,
  children,
  ...dialog
}: Props<Seen>) {
  const [begun, setBegun] = useState(now)
  // Whether what others wrote concerns the form is the server's to say.
  const [isTold, setTold] = useState(false)
  const sending = async (go: (seen: Seen) => Promise<unknown>) => {
    try {
      return await go(begun)
    } catch (error) {
      if (isRefusal(error, 'version-conflict')) setTold(true)
      throw error
    }
  }
  const keep = () => {
    setBegun(now)
    setTold(false)
  }
  return (
    <ActDialog {...dialog} isWhole send={typeof send === 'function' ? () => sending(send) : send}>
      {isTold && now !== begun && <MovedNote onKeep={keep} />}
      {children}
    </ActDialog>
  )
}
