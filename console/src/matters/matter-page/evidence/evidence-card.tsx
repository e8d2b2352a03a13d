/** Every piece of evidence of the matter, with where it was brought forward and its fingerprint. */
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import { App, Button } from 'antd'
import { useState } from 'react'
import { EmptyNote } from '../../../ui/empty-note.tsx'
import { useWords } from '../../../words/language.ts'
import { downloadHref } from './evidence-href.ts'
import { beforeAfterPairs, type BeforeAfter } from './before-after.ts'
import { FilePreview } from './file-preview.tsx'
import { sizeText } from './file-size.ts'
import { Thumb } from './thumb.tsx'

type Kept = Readonly<{
  file: Evidence
  round: number
  from: 'progress' | 'submission' | 'verification'
}>

export function EvidenceCard({ matter }: Readonly<{ matter: OpenedMatter }>) {
  const { evidence: words } = useWords().matterPage
  const [open, setOpen] = useState<number | null>(null)
  const [pair, setPair] = useState<BeforeAfter | null>(null)
  const kept = keptIn(matter)
  const files = kept.map(({ file }) => file)
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
        <>
          <Pairs pairs={beforeAfterPairs(files)} onOpen={setPair} />
          <ul className="evidence-list">
            {kept.map((one, at) => (
              <EvidenceRow
                key={`${one.round} ${one.from} ${one.file.sha256}`}
                kept={one}
                onOpen={() => setOpen(at)}
              />
            ))}
          </ul>
        </>
      )}
      {open !== null && <FilePreview files={files} start={open} onClose={() => setOpen(null)} />}
      {pair && (
        <FilePreview
          files={[pair.before]}
          start={0}
          beside={pair.after}
          onClose={() => setPair(null)}
        />
      )}
    </section>
  )
}

function EvidenceRow({
  kept: { file, round, from },
  onOpen,
}: Readonly<{ kept: Kept; onOpen: () => void }>) {
  const { evidence: words, rounds } = useWords().matterPage
  const { message } = App.useApp()
  const copy = async () => {
    await navigator.clipboard?.writeText(file.sha256)
    void message.success(words.copied)
  }
  return (
    <li>
      <Thumb file={file} />
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
        <Button size="small" onClick={onOpen}>
          {words.preview}
          <span className="sr-only"> {file.name}</span>
        </Button>
        <a className="file-button" href={downloadHref(file)} download={file.name}>
          {words.download}
        </a>
      </span>
    </li>
  )
}

/** The same place before and after, side by side. */
function Pairs({
  pairs,
  onOpen,
}: Readonly<{ pairs: readonly BeforeAfter[]; onOpen: (pair: BeforeAfter) => void }>) {
  const { evidence: words } = useWords().matterPage
  if (pairs.length === 0) return null
  return (
    <ul className="before-after" aria-label={words.beforeAfter}>
      {pairs.map((pair) => (
        <li key={pair.before.sha256}>
          <button type="button" onClick={() => onOpen(pair)}>
            <Thumb file={pair.before} />
            <span aria-hidden="true">→</span>
            <Thumb file={pair.after} />
            <span>{words.compareOf(pair.before.name, pair.after.name)}</span>
          </button>
        </li>
      ))}
    </ul>
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
