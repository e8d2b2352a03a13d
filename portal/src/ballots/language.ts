/** Chinese first; English is fetched when it was chosen, and the choice stays with the browser. */
import { h } from './dom.ts'
import { zh, type Words } from './words.zh.ts'

const place = 'luoshi-language'

export async function chosenWords(): Promise<Readonly<{ words: Words; english: boolean }>> {
  if (chosen() !== 'en') return { words: zh, english: false }
  const [{ en }, { sayAround }] = await Promise.all([
    import('./words.en.ts'),
    import('./around.en.ts'),
  ])
  document.documentElement.lang = 'en'
  sayAround()
  return { words: en, english: true }
}

/** Under the page, in the other language. */
export function languageLink({ otherLanguage }: Words): void {
  const other = chosen() === 'en' ? 'zh-CN' : 'en'
  const press = () => {
    try {
      localStorage.setItem(place, other)
    } catch {
      return
    }
    location.reload()
  }
  const button = h('button', { type: 'button', class: 'text', lang: other, click: press })
  button.textContent = otherLanguage
  document.querySelector('footer')?.append(button)
}

function chosen(): string | null {
  try {
    return localStorage.getItem(place)
  } catch {
    return null
  }
}
