/** Looks at files without saving them; the viewer itself is loaded when the first file is opened. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { lazy, Suspense } from 'react'

const Viewer = lazy(async () => ({ default: (await import('./viewer/viewer.tsx')).Viewer }))

export function FilePreview({
  files,
  start,
  beside = null,
  onClose,
}: Readonly<{
  files: readonly Evidence[]
  start: number
  /** Shown at the same time, on the right: how it was afterwards. */
  beside?: Evidence | null
  onClose: () => void
}>) {
  return (
    <Suspense fallback={null}>
      <Viewer files={files} start={start} beside={beside} onClose={onClose} />
    </Suspense>
  )
}
