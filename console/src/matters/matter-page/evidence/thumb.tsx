/** A small picture of a file, or the letters of its kind where there is none. Its name stands beside it. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useState } from 'react'
import { kindOf } from './file-size.ts'
import { mayHaveThumb, previewHref } from './viewer-hrefs.ts'

export function Thumb({ file }: Readonly<{ file: Evidence }>) {
  const [failed, setFailed] = useState(false)
  if (failed || !mayHaveThumb(file)) return <span className="file-kind">{kindOf(file)}</span>
  return (
    <img
      className="thumb no-print"
      src={previewHref(file, 0, 'thumb')}
      alt=""
      loading="lazy"
      onError={() => setFailed(true)}
    />
  )
}
