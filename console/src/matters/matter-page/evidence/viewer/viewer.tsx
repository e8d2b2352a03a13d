/** The viewer of files: page by page, file by file, larger and smaller, by mouse, finger or key. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../../../../words/language.ts'
import { downloadHref } from '../evidence-href.ts'
import { sizeText } from '../file-size.ts'
import { PhotoFacts } from './photo-facts.tsx'
import { Stage } from './stage.tsx'
import { useAbout, type About } from './use-about.ts'
import './viewer.css'

const zooms = [1, 1.5, 2, 3] as const

type Place = Readonly<{ file: number; page: number; zoom: number }>

export function Viewer({
  files,
  start,
  beside,
  onClose,
}: Readonly<{
  files: readonly Evidence[]
  start: number
  beside: Evidence | null
  onClose: () => void
}>) {
  const { matterPage, shell } = useWords()
  const { evidence: words } = matterPage
  const [place, setPlace] = useState<Place>({ file: start, page: 0, zoom: 0 })
  const file = files[place.file] ?? files[0]
  const about = useAbout(file)
  const pages = about.data?.shown.as === 'pages' ? about.data.shown.pages : 1
  const go = (change: Partial<Place>) =>
    setPlace((now) => stay({ ...now, ...change }, files.length, pages))
  useKeys(place, go)
  if (!file) return null
  return (
    <Modal
      open
      title={beside === null ? words.previewOf(file.name) : words.compareOf(file.name, beside.name)}
      width={1100}
      className="viewer"
      closable={{ 'aria-label': shell.close }}
      onCancel={onClose}
      footer={<Facts file={file} about={about.data} />}
    >
      <Tools place={place} files={beside === null ? files.length : 1} pages={pages} go={go} />
      <div className={`viewer-stages${beside === null ? '' : ' is-pair'}`}>
        <Stage key={file.sha256} file={file} page={place.page} zoom={zooms[place.zoom] ?? 1} />
        {beside !== null && (
          <Stage key={beside.sha256} file={beside} page={0} zoom={zooms[place.zoom] ?? 1} />
        )}
      </div>
    </Modal>
  )
}

/** Another file begins at its first page; nothing goes past the ends. */
function stay({ file, page, zoom }: Place, files: number, pages: number): Place {
  const within = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0))
  return {
    file: within(file, files - 1),
    page: within(page, pages - 1),
    zoom: within(zoom, zooms.length - 1),
  }
}

type Go = (change: Partial<Place>) => void

function useKeys(place: Place, go: Go): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const change = changeBy(event.key, place)
      if (change === null || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      go(change)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

function changeBy(key: string, { file, page, zoom }: Place): Partial<Place> | null {
  switch (key) {
    case 'ArrowLeft':
      return { file: file - 1, page: 0 }
    case 'ArrowRight':
      return { file: file + 1, page: 0 }
    case 'PageUp':
      return { page: page - 1 }
    case 'PageDown':
      return { page: page + 1 }
    case '+':
    case '=':
      return { zoom: zoom + 1 }
    case '-':
      return { zoom: zoom - 1 }
    case '0':
      return { zoom: 0 }
    default:
      return null
  }
}

function Tools({
  place: { file, page, zoom },
  files,
  pages,
  go,
}: Readonly<{ place: Place; files: number; pages: number; go: Go }>) {
  const { evidence: words } = useWords().matterPage
  return (
    <div className="viewer-tools" role="toolbar" aria-label={words.tools}>
      {files > 1 && (
        <Turn
          back={words.fileBefore}
          on={words.fileAfter}
          at={file}
          of={files}
          text={words.fileOf(file + 1, files)}
          onTurn={(next) => go({ file: next, page: 0 })}
        />
      )}
      {pages > 1 && (
        <Turn
          back={words.pageBefore}
          on={words.pageAfter}
          at={page}
          of={pages}
          text={words.pageOf(page + 1, pages)}
          onTurn={(next) => go({ page: next })}
        />
      )}
      <Turn
        back={words.smaller}
        on={words.larger}
        at={zoom}
        of={zooms.length}
        text={`${(zooms[zoom] ?? 1) * 100}%`}
        onTurn={(next) => go({ zoom: next })}
      />
      <span className="viewer-keys quiet">{words.keys}</span>
    </div>
  )
}

function Turn({
  back,
  on,
  at,
  of,
  text,
  onTurn,
}: Readonly<{
  back: string
  on: string
  at: number
  of: number
  text: string
  onTurn: (next: number) => void
}>) {
  return (
    <span className="viewer-turn">
      <button type="button" disabled={at === 0} onClick={() => onTurn(at - 1)}>
        {back}
      </button>
      <output className="number">{text}</output>
      <button type="button" disabled={at === of - 1} onClick={() => onTurn(at + 1)}>
        {on}
      </button>
    </span>
  )
}

function Facts({ file, about }: Readonly<{ file: Evidence; about: About | undefined }>) {
  const { evidence: words } = useWords().matterPage
  return (
    <div className="file-facts">
      <span className="quiet">
        {sizeText(file.size)}
        {about?.size && ` · ${about.size.width} × ${about.size.height}`} · {words.fingerprint}{' '}
        <code>{file.sha256.slice(0, 16)}</code>
        {about?.photo && <PhotoFacts photo={about.photo} />}
      </span>
      <a className="file-button" href={downloadHref(file)} download={file.name}>
        {words.download}
      </a>
    </div>
  )
}
