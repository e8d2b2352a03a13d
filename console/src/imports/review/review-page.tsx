/** One document: reviewed until it is confirmed, shown with what became of it afterwards. */
import { isId, type ImportId } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { unitsQuery } from '../../api/lists.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import '../imports.css'
import { importQuery } from '../imports-query.ts'
import { ConfirmedPage } from './confirmed-page.tsx'
import './original.css'
import './review.css'
import './proposal.css'
import './item-editor.css'
import './repairs.css'
import { ReviewBody } from './review-body.tsx'

export function ReviewPage() {
  const id = useParams({ strict: false, select: (params) => params['import'] })
  return id !== undefined && isId('import', id) ? <OneImport key={id} id={id} /> : <NotFound />
}

function OneImport({ id }: Readonly<{ id: ImportId }>) {
  const { data, error, refetch } = useQuery(importQuery(id))
  const units = useQuery(unitsQuery)
  const failed = error ?? units.error
  if (failed) return <ProblemNote error={failed} onRetry={() => void refetch()} />
  if (!data || !units.data) return <Waiting lines={12} />
  return data.status === 'confirmed' ? (
    <ConfirmedPage detail={data} />
  ) : (
    <ReviewBody detail={data} units={units.data} />
  )
}
