/**
 * What a checkpoint says: origin, number of events, root; one line each.
 * Source: C2SP tlog-checkpoint (github.com/C2SP/C2SP, tlog-checkpoint.md).
 */
export type CheckpointBody = Readonly<{ origin: string; size: number; root: Buffer }>

/** The first line of every checkpoint of a congress: what tells one log from another. */
export function originOf(congress: string): string {
  return `luoshi/${congress}`
}

/** The three lines that are signed (C2SP tlog-checkpoint), the last one ended by a line feed. */
export function checkpointText({ origin, size, root }: CheckpointBody): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** Null when the text is no checkpoint. Further lines are allowed and mean nothing to us. */
export function readCheckpointText(text: string): CheckpointBody | null {
  const [origin = '', sizeText = '', base64 = ''] = text.split('\n')
  const root = Buffer.from(base64, 'base64')
  if (origin === '' || !/^(0|[1-9]\d{0,15})$/u.test(sizeText)) return null
  return root.length === 32 && root.toString('base64') === base64
    ? { origin, size: Number(sizeText), root }
    : null
}
