/** The three facts of a signed checkpoint: whose ledger, how many entries, which root. Source: C2SP tlog-checkpoint. */
export type Checkpoint = Readonly<{ origin: string; size: number; root: string }>

export function readCheckpoint(note: string): Checkpoint | null {
  const [origin = '', size = '', root = ''] = note.split('\n')
  if (origin === '' || root === '' || !/^\d{1,15}$/.test(size)) return null
  return { origin, size: Number(size), root }
}
