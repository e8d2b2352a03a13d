/** A rectification report as it is printed: item by item, with class, account, reasons and evidence. */
import { answersChart, answersChartTitle } from '@luoshi/domain/letters/answers-chart'
import type { ReportDetail } from '@luoshi/server/contract/reports'
import { useSession } from '../api/session.ts'
import { BarChartFigure } from '../ui/bar-chart-figure.tsx'
import { MatterLink } from '../ui/matter-link.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

export function ReportPaper({ report }: Readonly<{ report: ReportDetail }>) {
  const { reports: words } = useWords()
  const { congress } = useSession()
  const language = useLanguage()
  const { comments, signature, sentOn, classes } = report
  const chart = answersChart(report.items, language)
  return (
    <article className="card letter-paper">
      <h2>
        {report.paperUnit}
        <br />
        {words.title}
      </h2>
      <p>{words.to(congress.name)}</p>
      <p className="letter-text">{words.intro(report.reference)}</p>
      {report.formerUnit !== null && (
        <p className="letter-text">{words.formerUnit(report.formerUnit, report.paperUnit)}</p>
      )}
      {chart && <BarChartFigure title={answersChartTitle[language]} chart={chart} />}
      {report.items.map((item) => (
        <section key={item.matter}>
          <h3>
            <MatterLink matter={item.matter}>{words.matter(item.number, item.title)}</MatterLink>
          </h3>
          <p className="letter-text">
            {words.achieved}：{words.achievedWords[item.achieved]}　{words.resultClass}：
            {item.resultClass}（{classes[item.resultClass]}）
          </p>
          <p className="letter-text">{item.account}</p>
          {item.whyNot !== '' && (
            <p className="letter-text">
              {words.whyNot}：{item.whyNot}
            </p>
          )}
          <p className="letter-answers">
            {words.files}：
            {item.files.length === 0
              ? words.noFiles
              : item.files.map(({ name }) => name).join('、')}
          </p>
        </section>
      ))}
      <p className="letter-signature">
        {report.paperUnit}
        <br />
        {signature && words.signedBy(signature.signer, fullDayText(signature.on, language))}
      </p>
      <dl className="letter-record">
        {sentOn && <dd>{words.sentOn(fullDayText(sentOn, language))}</dd>}
        {comments && (
          <>
            <dt>{words.comments(fullDayText(comments.on, language))}</dt>
            <dd>{comments.text}</dd>
          </>
        )}
      </dl>
    </article>
  )
}
