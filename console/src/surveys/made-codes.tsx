/**
 * Codes that were just made, in the memory of this page and nowhere else: saved again, or printed as letters, one a
 * sheet. Once the page is left they are gone; a lost file cannot be made again.
 */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
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

type Props = Readonly<{ survey: SurveyDetail; rows: readonly IssuedCode[] }>

export function MadeCodes({ survey, rows: made }: Props) {
  const words = useSurveyWords()
  const rows = made.filter((row) => !row.sent)
  const sent = made.length - rows.length
  return (
    <section className="consequence" aria-label={words.codesMade(made.length)}>
      <p>
        <strong>{words.codesMade(made.length)}</strong>
        {sent > 0 && ` · ${words.codesSent(sent)}`}
      </p>
      {rows.length > 0 && <p>{words.codesKeep}</p>}
      {rows.length > 0 && (
        <p className="survey-question-acts">
          <Button type="primary" onClick={() => window.print()}>
            {words.printLetters}
          </Button>
          <Button onClick={() => saveCodes(`${words.codesFile}.csv`, rows, words.codeColumns)}>
            {words.saveCodesAgain}
          </Button>
        </p>
      )}
      <Letters survey={survey} rows={rows} />
    </section>
  )
}

function Letters({ survey, rows }: Props) {
  useEffect(() => {
    document.body.classList.add('prints-letters')
    return () => document.body.classList.remove('prints-letters')
  }, [])
  return createPortal(
    <div className="survey-letters">
      {rows.map((row) => (
        <Letter key={row.place} title={survey.title} until={survey.until} row={row} />
      ))}
    </div>,
    document.body,
  )
}

function Letter({
  title,
  until,
  row: { name, code, link },
}: Readonly<{ title: string; until: Day; row: IssuedCode }>) {
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
      <p>{words.letterText(fullDayText(until, language))}</p>
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
