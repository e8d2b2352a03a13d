/** Files chosen for an entry; each is kept at once, with its progress and what went wrong. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useState } from 'react'
import { useUploads } from '../matters/matter-page/evidence/use-uploads.ts'
import { useWords } from '../words/language.ts'

export type KeptFile = Evidence

export function EvidencePicker({
  files,
  onChange,
}: Readonly<{ files: readonly KeptFile[]; onChange: (files: readonly KeptFile[]) => void }>) {
  const { evidence: words } = useWords().matterPage
  const [kept, setKept] = useState<readonly KeptFile[]>(files)
  const put = (change: (before: readonly KeptFile[]) => readonly KeptFile[]) =>
    setKept((before) => {
      const after = change(before)
      onChange(after)
      return after
    })
  const { uploads, add } = useUploads(
    (file) => put((before) => [...before.filter((one) => one.sha256 !== file.sha256), file]),
    () => undefined,
  )
  return (
    <div className="field">
      <label className="file-button">
        {words.add}
        <input
          className="sr-only"
          type="file"
          multiple
          onChange={(event) => {
            add(event.target.files ?? [])
            event.target.value = ''
          }}
        />
      </label>
      <div aria-live="polite">
        {uploads.map((one) => (
          <p key={one.key} className={one.error === null ? 'quiet' : 'due-red'}>
            {one.error ?? words.uploading(one.name, one.percent)}
          </p>
        ))}
      </div>
      <ul>
        {kept.map((file) => (
          <li key={file.sha256}>
            {file.name}{' '}
            <button
              type="button"
              className="person-remove"
              aria-label={words.remove(file.name)}
              onClick={() => put((before) => before.filter((one) => one !== file))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
