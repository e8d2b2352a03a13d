/** A new letter, begun from what is on record. */
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import { draftLetter, getLetterDraft } from '@luoshi/server/contract/letters'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { LetterEditor } from './letter-editor.tsx'

const route = getRouteApi('/new-letter')

export function NewLetterPage() {
  const { appraisal, replaces } = route.useSearch()
  return appraisal ? <NewLetter appraisal={appraisal} replaces={replaces ?? null} /> : <NotFound />
}

function NewLetter({
  appraisal,
  replaces,
}: Readonly<{ appraisal: AppraisalId; replaces: Id<'letter'> | null }>) {
  const { letters: words } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['letter-draft', appraisal, replaces],
    queryFn: () =>
      ask(getLetterDraft, {
        params: { appraisal },
        query: replaces === null ? {} : { replaces },
      }),
    // What is being written must not change under the hands of the writer.
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  return (
    <>
      <PageHead title={words.draft} lead={words.readingLead} />
      <LetterEditor
        initial={data.content}
        matters={data.matters}
        send={(content) => ask(draftLetter, { params: { appraisal }, body: { replaces, content } })}
        back={{ to: '/appraisals/$appraisal', params: { appraisal }, search: { tab: 'letters' } }}
      />
    </>
  )
}
