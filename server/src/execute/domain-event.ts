/** A stored event put together as the rules know it: its type, its facts, and its words (null where erased or none). */
import type { StoredEvent } from '@luoshi/ledger/log/read'

export type RawEvent = Readonly<{ type: string; [key: string]: unknown }>

export function rawEvent({
  type,
  facts,
  words,
}: Pick<StoredEvent, 'type' | 'facts' | 'words'>): RawEvent {
  return { ...facts, type, words }
}
