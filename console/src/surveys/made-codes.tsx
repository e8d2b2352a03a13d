/**
 * Codes that were just made, or read from the file they were saved in: in the memory of this page and nowhere else. Saved
 * again, or printed as letters, one a sheet. Once the page is left they are gone.
 */
import { isDay } from '@luoshi/domain/kernel/day'
import type { IssuedCode } from '@luoshi/server/contract/survey-frames'
import type { SurveyDetail } from '@luoshi/server/contract/surveys'
import { Button } from 'antd'
import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { renderSVG } from 'uqr'
import { useSession } from '../api/session.ts'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import { saveCodes } from './save-codes.ts'
import { useSurveyWords } from './survey-words.ts'

type Props = Readonly<{
  survey: SurveyDetail
  rows: readonly IssuedCode[]
  /** By lot; else everybody on the list is asked. */
  isDrawn: boolean
  /** From a file, and not made just now. */
  areRead: boolean
}>

export function MadeCodes({ survey, rows, isDrawn, areRead }: Props) {
  const words = useSurveyWords()
  const { letters } = words
  const many = areRead ? letters.read(rows.length) : words.codesMade(rows.length)
  return (
    <section className="consequence" aria-label={many}>
      <p>
        <strong>{many}</strong>
      </p>
      <p>{areRead ? letters.readHint : words.codesKeep}</p>
      <p className="survey-question-acts">
        <Button type="primary" onClick={() => window.print()}>
          {words.printLetters}
        </Button>
        {!areRead && (
          <Button onClick={() => saveCodes(`${words.codesFile}.csv`, rows, words.codeColumns)}>
            {words.saveCodesAgain}
          </Button>
        )}
      </p>
      <Letters survey={survey} rows={rows} isDrawn={isDrawn} />
    </section>
  )
}

function Letters({ survey, rows, isDrawn }: Omit<Props, 'areRead'>) {
  useEffect(() => {
    document.body.classList.add('prints-letters')
    return () => document.body.classList.remove('prints-letters')
  }, [])
  return createPortal(
    <div className="survey-letters">
      {rows.map((row) => (
        <Letter key={row.place} survey={survey} row={row} isDrawn={isDrawn} />
      ))}
    </div>,
    document.body,
  )
}

function Letter({
  survey: { title, until },
  row: { name, code, link },
  isDrawn,
}: Readonly<{ survey: SurveyDetail; row: IssuedCode; isDrawn: boolean }>) {
  const words = useSurveyWords()
  const language = useLanguage()
  const { congress, today } = useSession()
  const [address = ''] = link.split('#')
  const picture = renderSVG(link, { ecc: 'M', border: 2 })
  return (
    <article>
      <h2>{words.letterHead}</h2>
      <p className="letter-title">{title}</p>
      <p>{words.letterTo(name)}</p>
      <p>{(isDrawn ? words.letterText : words.letterToAll)(fullDayText(until, language))}</p>
      <div className="letter-code">
        <img alt={words.letterScan} src={`data:image/svg+xml,${encodeURIComponent(picture)}`} />
        <div>
          <p>{words.letterScan}</p>
          <p>{words.letterOr}</p>
          <p className="poster-link">{address}</p>
          <p>
            {words.codeColumns.code}：<strong>{code}</strong>
          </p>
        </div>
      </div>
      <p>{words.letterPrivate}</p>
      <p className="letter-sign">
        {congress.name}
        <br />
        {isDay(today) && fullDayText(today, language)}
      </p>
    </article>
  )
}
