/**
 * The writers of papers for a server, which starts without them: composing Word files and pages takes some forty modules and
 * their tables, and on most days nobody asks for a paper before the first hour is over.
 */
import type { PaperWriters } from './write-paper.ts'

/** @param fontsFolder - FONTS_DIR of the office, when it has one. */
export function writersWhenAsked(fontsFolder: string | null): PaperWriters {
  let loading: Promise<PaperWriters> | undefined
  const writers = () =>
    (loading ??= import('./write-paper.ts').then(({ paperWriters }) => paperWriters(fontsFolder)))
  return {
    docx: async (paper, mark) => (await writers()).docx(paper, mark),
    pdf: async (paper, mark) => (await writers()).pdf(paper, mark),
    picture: async (paper) => (await writers()).picture(paper),
    [Symbol.dispose]: () => void loading?.then((loaded) => loaded[Symbol.dispose]()),
  }
}
