/** Every piece of evidence of the matter, with where it was brought forward and its fingerprint. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import { App, Button } from 'antd'
import { useState } from 'react'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { useWords } from '../../../words/language.ts'
import { downloadHref, inlineHref } from './evidence-href.ts'
import { FilePreview } from './file-preview.tsx'
import { kindOf, previewOf, sizeText } from './file-size.ts'

type Kept = Readonly<{
  file: Evidence
  round: number
  from: 'progress' | 'submission' | 'verification'
}>

export function EvidenceCard({ matter }: Readonly<{ matter: OpenedMatter }>) {
  const { evidence: words } = useWords().matterPage
  const [open, setOpen] = useState<Evidence | null>(null)
  const kept = keptIn(matter)
  return (
    <section className="card evidence" aria-labelledby="evidence">
      <div className="card-head">
        <h2 id="evidence">
          {words.title}
          {kept.length > 0 && <small>{words.count(kept.length)}</small>}
        </h2>
      </div>
      {kept.length === 0 ? (
        <EmptyNote title={words.none}>{words.noneFix}</EmptyNote>
      ) : (
        <ul className="evidence-list">
          {kept.map((one) => (
            <EvidenceRow
              key={`${one.round} ${one.from} ${one.file.sha256}`}
              kept={one}
              onOpen={setOpen}
            />
          ))}
        </ul>
      )}
      {open && <FilePreview file={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

function EvidenceRow({
  kept: { file, round, from },
  onOpen,
}: Readonly<{ kept: Kept; onOpen: (file: Evidence) => void }>) {
  const { evidence: words, rounds } = useWords().matterPage
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard?.writeText(file.sha256)
    void message.success(words.copied)
  }
  return (
    <li>
      {previewOf(file.mediaType) === 'image' ? (
        <img className="thumb no-print" src={inlineHref(file)} alt="" loading="lazy" />
      ) : (
        <span className="file-kind">{kindOf(file)}</span>
      )}
      <div className="file-what">
        <p className="file-name">{file.name}</p>
        <p className="quiet">
          {rounds.round(round)} · {words.from[from]} · {sizeText(file.size)} ·{' '}
          <button
            type="button"
            className="hash"
            title={words.fingerprintWhole(file.sha256)}
            onClick={() => void copy()}
          >
            {words.fingerprint} {file.sha256.slice(0, 12)}
          </button>
        </p>
      </div>
      <span className="file-actions no-print">
        {previewOf(file.mediaType) !== null && (
          <Button size="small" onClick={() => onOpen(file)}>
            {words.preview}
          </Button>
        )}
        <a className="file-button" href={downloadHref(file)} download={file.name}>
          {words.download}
        </a>
      </span>
    </li>
  )
}

function keptIn({ rounds }: OpenedMatter): readonly Kept[] {
  return rounds.flatMap(({ number: round, progress, submission, verification }) => [
    ...progress.flatMap(({ evidence }) =>
      evidence.map((file) => ({ file, round, from: 'progress' as const })),
    ),
    ...(submission?.evidence ?? []).map((file) => ({ file, round, from: 'submission' as const })),
    ...(verification?.evidence ?? []).map((file) => ({
      file,
      round,
      from: 'verification' as const,
    })),
  ])
}
