/**
 * What a person has typed into the form of a step. Everything is text until it is sent, so a half-written form can be
 * kept and read back whatever it holds.
 */
import { evidence } from '@luoshi/server/contract/fields'
import * as z from 'zod/mini'

const shape = z.object({
  texts: z.record(z.string(), z.string()),
  lists: z.record(z.string(), z.array(z.string())),
  files: z.array(evidence),
})

export type FormValues = z.infer<typeof shape>
export type KeptFile = FormValues['files'][number]

export const noValues: FormValues = { texts: {}, lists: {}, files: [] }

/** Reads a draft that was kept as text, or null when it is none. */
export function readValues(kept: string | null): FormValues | null {
  if (kept === null) return null
  try {
    const read = shape.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export function withText(values: FormValues, name: string, text: string): FormValues {
  return { ...values, texts: { ...values.texts, [name]: text } }
}

export function withList(values: FormValues, name: string, list: readonly string[]): FormValues {
  return { ...values, lists: { ...values.lists, [name]: [...list] } }
}

export function textOf({ texts }: FormValues, name: string): string {
  return texts[name] ?? ''
}

export function listOf({ lists }: FormValues, name: string): readonly string[] {
  return lists[name] ?? []
}
