/** A text as the web page that an office would save, for tests. */
import { escaped } from './minimal-docx.ts'

export function asHtml(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `<p class="MsoNormal">${escaped(line)}</p>`).join('\n')
  return new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"><title>公文</title></head><body>${body}</body></html>`,
  )
}
