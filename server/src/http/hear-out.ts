/**
 * Whoever announces too much is heard out before the refusal goes: a connection shut in the middle of an upload shows the
 * sender a broken line and never the sentence that says what to do. Nothing of it is kept; what is huge is not waited for.
 */
import type { Context } from 'hono'

const mostHeard = 64 * 1024 * 1024

/** For a body that was announced by its length, and of which nothing was read. */
export async function hearOut(c: Context): Promise<void> {
  if (Number(c.req.header('content-length') ?? 0) > mostHeard) return
  const body: AsyncIterable<Uint8Array> | null = c.req.raw.body
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > mostHeard) return
  }
}
