/** The page of one matter: what it is and where it stands. */
import { isId } from '@luoshi/domain/kernel/ids'
import { getMatter } from '@luoshi/server/contract/matters'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { ask } from '../../api/server.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../words/language.ts'

const route = getRouteApi('/matters/$matter')

export function MatterPage() {
  const { matter } = route.useParams()
  return isId('matter', matter) ? <Matter id={matter} /> : <NotFound />
}

function Matter({ id }: Readonly<{ id: Parameters<typeof keyOf>[0] }>) {
  const { matters } = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(id),
    queryFn: () => ask(getMatter, { params: { matter: id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return (
    <>
      <PageHead
        title={`${matters.numberSign(data.number)} ${data.matter.title}`}
        lead={<StatusTag status={data.matter.status} />}
      />
      <p>{data.matter.text}</p>
    </>
  )
}

function keyOf(id: import('@luoshi/domain/kernel/ids').MatterId) {
  return ['matter', id] as const
}
