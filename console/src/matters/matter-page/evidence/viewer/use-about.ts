/** What the server knows of a file: asked once, kept while the page is open. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { getAboutEvidence, type aboutFile } from '@luoshi/server/contract/evidence'
import { useQuery } from '@tanstack/react-query'
import type * as z from 'zod/mini'
import { ask } from '../../../../api/server.ts'

export type About = z.infer<typeof aboutFile>

export function useAbout(file: Evidence | undefined) {
  const sha256 = file?.sha256 ?? ''
  return useQuery({
    queryKey: ['evidence-about', sha256],
    enabled: sha256 !== '',
    staleTime: Infinity,
    queryFn: () => ask(getAboutEvidence, { params: { sha256 } }),
  })
}
