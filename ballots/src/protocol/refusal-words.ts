/** The sentences of a refusal in both languages, for whoever shows both. */
import type { ProtocolCode } from './refusals.ts'
import { refusalsEn } from './refusals.en.ts'
import { refusalsZh } from './refusals.zh.ts'

export function refusalWords(code: ProtocolCode): Readonly<{ zh: string; en: string }> {
  return { zh: refusalsZh[code], en: refusalsEn[code] }
}
