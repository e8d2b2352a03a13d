/** Which language the console speaks: remembered on this device, Chinese unless chosen otherwise; English comes on demand. */
import { useSyncExternalStore } from 'react'
import { zh, type Messages } from './zh.ts'

export type Language = 'zh' | 'en'

type Spoken = Readonly<{ language: Language; words: Messages }>

const shelf = 'luoshi.language'
let spoken: Spoken = { language: 'zh', words: zh }
const listeners = new Set<() => void>()

export function rememberedLanguage(): Language {
  return localStorage.getItem(shelf) === 'en' ? 'en' : 'zh'
}

export async function speak(language: Language): Promise<void> {
  const words = language === 'zh' ? zh : (await import('./en.ts')).en
  spoken = { language, words }
  localStorage.setItem(shelf, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function useSpoken(): Spoken {
  return useSyncExternalStore(subscribe, () => spoken)
}

/** The words of the chosen language: `const words = useWords()`, then `words.desk.title`. */
export function useWords(): Messages {
  return useSpoken().words
}

export function useLanguage(): Language {
  return useSpoken().language
}

/** For tables of labels that the domain keeps in both languages: `const say = useSay()`, `say(statusLabels.issued)`. */
export function useSay(): (label: Readonly<Record<Language, string>>) => string {
  const { language } = useSpoken()
  return (label) => label[language]
}
