/** How long this disk takes to make 8 kB lasting: every durable write waits for it. */
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { spreadOf, type Spread } from '../run/spread.ts'

export async function diskSync(folder: string, times = 50): Promise<Spread> {
  const path = join(folder, 'disk-sync.tmp')
  const file = await open(path, 'w')
  const took: number[] = []
  try {
    for (let n = 0; n < times; n += 1) {
      await file.write(Buffer.alloc(8192, n), 0, 8192, n * 8192)
      const began = performance.now()
      await file.datasync()
      took.push(performance.now() - began)
    }
  } finally {
    await file.close()
    await rm(path)
  }
  return spreadOf(took)
}
