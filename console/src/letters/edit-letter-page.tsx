/** A draft, written on. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import {
  getLetter,
  getLetterDraft,
  reviseLetter,
  type LetterContentRow,
  type LetterDetail,
} from '@luoshi/server/contract/letters'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { isRefusal } from '../api/problem.ts'
import { ask } from '../api/server.ts'
import { NotFound } from '../shell/not-found.tsx'
import { HeldForm } from '../ui/held-form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { contentOf } from './letter-content.ts'
import { LetterEditor } from './letter-editor.tsx'

const route = getRouteApi('/letters/$letter/edit')

export function EditLetterPage() {
  const { letter } = route.useParams()
  return isId('letter', letter) ? <Loaded key={letter} id={letter} /> : <NotFound />
}

function Loaded({ id }: Readonly<{ id: Id<'letter'> }>) {
  const { data, error, refetch } = useQuery({
    queryKey: ['letter-edit', id],
    queryFn: () => ask(getLetter, { params: { letter: id } }),
    staleTime: Infinity,
    gcTime: 0,
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={9} />
  const send = async (held: LetterDetail, content: LetterContentRow, saved: () => void) => {
    const body = { version: held.version, content }
    try {
      const answer = await ask(reviseLetter, { params: { letter: id }, body })
      saved()
      return answer
    } catch (failure) {
      if (isRefusal(failure, 'version-conflict')) await refetch()
      throw failure
    }
  }
  return (
    <HeldForm now={data}>
      {(held, saved) => <Edit letter={held} send={(content) => send(held, content, saved)} />}
    </HeldForm>
  )
}

function Edit({
  letter,
  send,
}: Readonly<{
  letter: LetterDetail
  send: (content: LetterContentRow) => Promise<LetterDetail>
}>) {
  const { letters: words } = useWords()
  const { id, appraisal } = letter
  const { data } = useQuery({
    queryKey: ['letter-draft', appraisal],
    queryFn: () => ask(getLetterDraft, { params: { appraisal }, query: {} }),
  })
  if (!data) return <Waiting lines={9} />
  const inLetter = letter.items.map(({ matter, number, title, status }) => {
    return { id: matter, number, title, status }
  })
  return (
    <>
      <PageHead title={words.edit} lead={words.readingLead} />
      <LetterEditor
        initial={contentOf(letter)}
        matters={[...inLetter, ...data.matters]}
        proposed={data.content.items}
        send={send}
        back={{ to: '/letters/$letter', params: { letter: id } }}
      />
    </>
  )
}
