/** Evidence for a step: chosen, dragged in, pasted or taken with the phone's camera; each is kept at once. */
import { useEffect, useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { useWords } from '../../../words/language.ts'
import { sizeText } from '../evidence/file-size.ts'
import { Thumb } from '../evidence/thumb.tsx'
import { useUploads } from '../evidence/use-uploads.ts'
import { useStepForm } from '../next/form-context.tsx'
import { Field, fieldId } from './field.tsx'

export function FilesField({
  name,
  label,
  optional,
}: Readonly<{ name: string; label: string; optional: boolean }>) {
  const { evidence: words } = useWords().matterPage
  const { values, change, errors, uploading } = useStepForm()
  const [over, setOver] = useState(false)
  const { uploads, add } = useUploads(
    (file) =>
      change((before) => ({
        ...before,
        files: [...before.files.filter((one) => one.sha256 !== file.sha256), file],
      })),
    uploading,
  )
  usePastedFiles(add)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    add(event.target.files ?? [])
    event.target.value = ''
  }
  const drag = (on: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(on)
  }
  return (
    <Field name={name} label={label} error={errors[name]} optional={optional} group>
      <div
        className={`drop-zone${over ? ' is-over' : ''}`}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event)
          add(event.dataTransfer.files)
        }}
      >
        <label className="file-button">
          {words.add}
          <input id={fieldId(name)} className="sr-only" type="file" multiple onChange={choose} />
        </label>
        <label className="file-button only-touch">
          {words.camera}
          <input
            className="sr-only"
            type="file"
            accept="image/*"
            capture="environment"
            onChange={choose}
          />
        </label>
        <span className="drop-words">{over ? words.dropNow : words.drop}</span>
        <small>{words.limit}</small>
      </div>
      <div aria-live="polite">
        {uploads.map((upload) =>
          upload.error === null ? (
            <p key={upload.key} className="upload">
              <span>{words.uploading(upload.name, upload.percent)}</span>
              <progress max={100} value={upload.percent} aria-label={upload.name} />
            </p>
          ) : (
            <p key={upload.key} className="step-error">
              {upload.error}
            </p>
          ),
        )}
      </div>
      {values.files.length > 0 && (
        <ul className="kept-files">
          {values.files.map((file) => (
            <li key={file.sha256}>
              <Thumb file={file} />
              <span className="file-name">{file.name}</span>
              <small className="quiet number">{sizeText(file.size)}</small>
              <button
                type="button"
                className="person-remove"
                aria-label={words.remove(file.name)}
                onClick={() =>
                  change((before) => ({
                    ...before,
                    files: before.files.filter((one) => one.sha256 !== file.sha256),
                  }))
                }
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}

/** Screenshots pasted anywhere in the form. */
function usePastedFiles(add: (files: Iterable<File>) => void): void {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = event.clipboardData?.files
      if (!files || files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [])
}
