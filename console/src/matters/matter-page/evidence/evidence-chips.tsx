/** Files named where they belong; each opens its preview. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useState } from 'react'
import { FilePreview } from './file-preview.tsx'

export function EvidenceChips({ files }: Readonly<{ files: readonly Evidence[] }>) {
  const [open, setOpen] = useState<Evidence | null>(null)
  if (files.length === 0) return null
  return (
    <>
      <ul className="chips">
        {files.map((file) => (
          <li key={file.sha256}>
            <button type="button" className="chip" onClick={() => setOpen(file)}>
              {file.name}
            </button>
          </li>
        ))}
      </ul>
      {open && <FilePreview file={open} onClose={() => setOpen(null)} />}
    </>
  )
}
