/** Texts that say in one go what happened and what to do: the first sentence is what happened. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'

export function inTwo(zh: string, en: string): Bilingual {
  const zhWhat = /^.*?。/su.exec(zh)?.[0] ?? zh
  const enWhat = /^.*?\.(?=\s|$)/su.exec(en)?.[0] ?? en
  return {
    zh: { what: zhWhat, fix: zh.slice(zhWhat.length).trim() },
    en: { what: enWhat, fix: en.slice(enWhat.length).trim() },
  }
}
