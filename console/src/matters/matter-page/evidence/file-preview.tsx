/** Looks at a file without saving it: pictures, PDF in a sandbox, plain text; the rest can only be saved. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { Waiting } from '../../../ui/waiting.tsx'
import { useWords } from '../../../words/language.ts'
import { downloadHref, inlineHref } from './evidence-href.ts'
import { previewOf, sizeText } from './file-size.ts'

export function FilePreview({ file, onClose }: Readonly<{ file: Evidence; onClose: () => void }>) {
  const { matterPage, shell } = useWords()
  const { evidence: words } = matterPage
  return (
    <Modal
      open
      title={words.previewOf(file.name)}
      width={900}
      className="file-preview"
      closable={{ 'aria-label': shell.close }}
      onCancel={onClose}
      footer={
        <div className="file-facts">
          <span className="quiet">
            {sizeText(file.size)} · {words.fingerprint} <code>{file.sha256.slice(0, 16)}</code>
          </span>
          <a className="file-button" href={downloadHref(file)} download={file.name}>
            {words.download}
          </a>
        </div>
      }
    >
      <Body file={file} />
    </Modal>
  )
}

function Body({ file }: Readonly<{ file: Evidence }>) {
  const { evidence: words } = useWords().matterPage
  switch (previewOf(file.mediaType)) {
    case 'image':
      return <img src={inlineHref(file)} alt={file.name} />
    case 'pdf':
      return <PdfBody file={file} />
    case 'text':
      return <TextBody file={file} />
    case null:
      return <p className="quiet">{words.cannotPreview}</p>
  }
}

/**
 * A browser's PDF viewer does not run in a sandbox, so the file is handed over as a PDF and nothing else: whatever it
 * holds, it is never read as a page.
 */
function PdfBody({ file }: Readonly<{ file: Evidence }>) {
  const { evidence: words } = useWords().matterPage
  const [src, setSrc] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    let made: string | null = null
    const read = async () => {
      const answer = await fetch(inlineHref(file), { signal: stop.signal })
      if (!answer.ok) throw new Error(`No PDF: ${answer.status}`)
      made = URL.createObjectURL(
        new Blob([await answer.arrayBuffer()], { type: 'application/pdf' }),
      )
      setSrc(made)
    }
    read().catch(() => setFailed(!stop.signal.aborted))
    return () => {
      stop.abort()
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [file])
  if (failed) return <p className="quiet">{words.cannotPreview}</p>
  if (src === null) return <Waiting />
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the viewer does not run in one; see above
  return <iframe src={src} title={file.name} />
}

function TextBody({ file }: Readonly<{ file: Evidence }>) {
  const { evidence: words } = useWords().matterPage
  const { data, isError } = useQuery({
    queryKey: ['evidence-text', file.sha256],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const answer = await fetch(inlineHref(file), { signal, credentials: 'same-origin' })
      if (!answer.ok) throw new Error(`No text: ${answer.status}`)
      return (await answer.text()).slice(0, 200_000)
    },
  })
  if (isError) return <p className="quiet">{words.cannotPreview}</p>
  return <pre>{data ?? ''}</pre>
}
