/** Files named where they belong; each opens in the viewer, with the others a key away. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useState } from 'react'
import { FilePreview } from './file-preview.tsx'

export function EvidenceChips({ files }: Readonly<{ files: readonly Evidence[] }>) {
  const [open, setOpen] = useState<number | null>(null)
  if (files.length === 0) return null
  return (
    <>
      <ul className="chips">
        {files.map((file, at) => (
          <li key={file.sha256}>
            <button type="button" className="chip" onClick={() => setOpen(at)}>
              {file.name}
            </button>
          </li>
        ))}
      </ul>
      {open !== null && <FilePreview files={files} start={open} onClose={() => setOpen(null)} />}
    </>
  )
}
