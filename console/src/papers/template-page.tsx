/** The page as it would be printed, set by the engine that makes the PDF; its outline alone where that cannot be had. */
import type { PaperKind } from '@luoshi/domain/papers/paper-kinds'
import type { PaperTemplate } from '@luoshi/domain/papers/template'
import { previewPaperTemplate } from '@luoshi/server/contract/papers'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../api/server.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { useWords } from '../words/language.ts'
import { TemplatePreview } from './template-preview.tsx'

type Shown = Readonly<{ kind: PaperKind; template: PaperTemplate; congress: string }>

export function TemplatePage({ kind, template, congress }: Shown) {
  const { papers: words } = useWords()
  const asked = useRested(template)
  const { data, error } = useQuery({
    queryKey: ['paper-template-page', kind, asked],
    queryFn: () =>
      ask(previewPaperTemplate, {
        body: { kind, template: { ...asked, sections: [...asked.sections] } },
      }),
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: Infinity,
  })
  if (error)
    return (
      <>
        <ProblemNote error={error} />
        <TemplatePreview kind={kind} template={template} congress={congress} />
      </>
    )
  if (!data) return <Waiting lines={9} />
  const { picture, standIns, otherFace } = data
  return (
    <>
      <img
        className="template-page"
        src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        alt={words.previewAlt}
      />
      {standIns.length > 0 && (
        <p className="quiet">
          {words.standIns(standIns.map(({ wanted, used }) => `${wanted} → ${used}`).join('；'))}
        </p>
      )}
      {otherFace.length > 0 && <p className="quiet">{words.otherFace(otherFace.join(' '))}</p>}
    </>
  )
}

const restMs = 500

/** What was typed, once the typing rests. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}
