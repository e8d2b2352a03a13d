/** What comes in with a form of ours: text fields only, no longer than a person types. */
import type { Context } from 'hono'
import type { Language } from './password-rule-words.ts'

export type FormInput = (name: string) => string

export async function formInput(c: Context): Promise<FormInput> {
  // Our forms have no files; and what is no form at all reads as an empty one.
  const fields = new URLSearchParams(await c.req.text())
  return (name) => (fields.get(name) ?? '').slice(0, 1000)
}

export function languageOf(raw: string | undefined): Language {
  return raw === 'en' ? 'en' : 'zh'
}

/** A path of ours to go on to. Anything a browser could read as another site becomes the start page. */
export function safePath(raw: string | undefined): string {
  const path = raw ?? ''
  const plain = /^\/(?![/\\])[\u0021-\u007e]*$/.test(path) && !path.includes('\\')
  return plain && path.length <= 1000 ? path : '/'
}
