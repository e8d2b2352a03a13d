/** The archive of an appraisal: made while one waits, with how far it is, then fetched. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { getArchive, getArchiveZip, makeArchive } from '@luoshi/server/contract/archives'
import { hrefOf } from '@luoshi/server/contract/kit'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Progress } from 'antd'
import { useState } from 'react'
import { useAct } from '../api/act.ts'
import { ask } from '../api/server.ts'
import { useMay } from '../api/session.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import { useWords } from '../words/language.ts'
import './papers.css'

export function ArchiveFile({ appraisal }: Readonly<{ appraisal: AppraisalId }>) {
  const { papers: words } = useWords()
  const may = useMay()
  const [isOpen, setOpen] = useState(false)
  if (!may('ArchiveAppraisal')) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.archive}</Button>
      {isOpen && <ArchiveDialog appraisal={appraisal} onClose={() => setOpen(false)} />}
    </>
  )
}

const waitsMs = 700

function ArchiveDialog({
  appraisal,
  onClose,
}: Readonly<{ appraisal: AppraisalId; onClose: () => void }>) {
  const { papers: words } = useWords()
  const params = { appraisal }
  const { data, error } = useQuery({
    queryKey: ['archive-file', appraisal],
    queryFn: () => ask(getArchive, { params }),
    refetchInterval: ({ state }) => (state.data?.status === 'making' ? waitsMs : false),
  })
  const make = useAct(() => ask(makeArchive, { params }), ['archive-file'])
  const isMaking = data?.status === 'making' || make.isPending
  return (
    <Modal
      open
      title={words.archiveTitle}
      onCancel={onClose}
      footer={[
        <Button key="make" loading={isMaking} onClick={() => make.mutate(undefined)}>
          {data?.status === 'ready' ? words.archiveAgain : words.archiveMake}
        </Button>,
        data?.status === 'ready' ? (
          <Button key="save" type="primary" href={hrefOf(getArchiveZip, params)}>
            {words.archiveSave(megabytes(data.size))}
          </Button>
        ) : null,
      ]}
    >
      <p>{words.archiveLead}</p>
      {(error ?? make.error) && <ProblemNote error={error ?? make.error ?? new Error()} />}
      <output className="archive-state">
        {data?.status === 'making' && (
          <Progress
            percent={data.total === 0 ? 0 : Math.round((data.done / data.total) * 100)}
            format={() => (data.total === 0 ? '' : `${data.done}/${data.total}`)}
            aria-label={words.archiveMaking}
          />
        )}
        {data?.status === 'failed' && <p className="archive-failed">{words.archiveFailed}</p>}
        {data?.status === 'ready' && (
          <>
            <p>{words.archiveReady(data.papers, data.evidence, data.files)}</p>
            <p className="archive-manifest">
              {words.archiveManifest}
              <code>{data.manifest}</code>
              <CopyButton text={data.manifest}>{words.archiveCopy}</CopyButton>
            </p>
          </>
        )}
      </output>
    </Modal>
  )
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
