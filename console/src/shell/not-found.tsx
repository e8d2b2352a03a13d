import { useWords } from '../words/language.ts'
import { EmptyNote } from '../ui/empty-note.tsx'
import { PageHead } from '../ui/page-head.tsx'

/** A mistyped or outdated address. */
export function NotFound() {
  const { shell } = useWords()
  return (
    <>
      <PageHead title={shell.notFound} />
      <EmptyNote title={shell.notFound}>{shell.notFoundFix}</EmptyNote>
    </>
  )
}
