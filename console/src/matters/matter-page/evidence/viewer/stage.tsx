/** One file, shown as well as it can be: a page as a picture, its words, a film, or an honest no. */
import { kindOfMedia } from '@luoshi/domain/evidence/file-kinds'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { useState } from 'react'
import { problemOf } from '../../../../api/problem.ts'
import { Waiting } from '../../../../ui/waiting.tsx'
import { useLanguage, useWords } from '../../../../words/language.ts'
import { inlineHref } from '../evidence-href.ts'
import { previewHref } from '../viewer-hrefs.ts'
import { useAbout, type About } from './use-about.ts'

type StageProps = Readonly<{ file: Evidence; page: number; zoom: number }>

export function Stage(props: StageProps) {
  const language = useLanguage()
  const { data, error } = useAbout(props.file)
  if (error) {
    const { what, fix } = problemOf(error)[language]
    return (
      <p className="viewer-no" role="alert">
        {what}
        {fix}
      </p>
    )
  }
  if (data === undefined)
    return (
      <div className="viewer-stage">
        <Waiting />
      </div>
    )
  return <Shown {...props} shown={data.shown} />
}

function Shown({ file, page, zoom, shown }: StageProps & Readonly<{ shown: About['shown'] }>) {
  const { evidence: words } = useWords().matterPage
  switch (shown.as) {
    case 'pages':
      return <Page file={file} page={page} zoom={zoom} pages={shown.pages} />
    case 'text':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text is scrolled by key
        <div className="viewer-stage" tabIndex={0}>
          {kindOfMedia(file.mediaType)?.family === 'office' && (
            <p className="quiet">{words.wordsOnly}</p>
          )}
          <pre style={{ fontSize: `${14 * zoom}px` }}>{shown.text}</pre>
        </div>
      )
    case 'nothing':
      return <Nothing file={file} why={shown.why} />
  }
}

function Page({ file, page, zoom, pages }: StageProps & Readonly<{ pages: number }>) {
  const { evidence: words } = useWords().matterPage
  const [failed, setFailed] = useState<number | null>(null)
  if (failed === page) return <p className="viewer-no">{words.whyNot.unreadable}</p>
  const name = pages > 1 ? `${file.name}，${words.pageOf(page + 1, pages)}` : file.name
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a large picture is scrolled by key
    <div className="viewer-stage" tabIndex={0}>
      <img
        src={previewHref(file, page, 'page')}
        alt={words.pictureOf(name)}
        style={
          zoom === 1 ? undefined : { maxWidth: 'none', maxHeight: 'none', width: `${zoom * 100}%` }
        }
        onError={() => setFailed(page)}
      />
    </div>
  )
}

function Nothing({
  file,
  why,
}: Readonly<{ file: Evidence; why: Extract<About['shown'], { as: 'nothing' }>['why'] }>) {
  const { evidence: words } = useWords().matterPage
  const family = kindOfMedia(file.mediaType)?.family
  if (family === 'film')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- evidence is shown as it was handed in
    return <video className="viewer-film" controls src={inlineHref(file)} aria-label={file.name} />
  if (family === 'sound')
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- evidence is shown as it was handed in
    return <audio controls src={inlineHref(file)} aria-label={file.name} />
  return <p className="viewer-no">{words.whyNot[why]}</p>
}
