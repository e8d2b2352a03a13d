/** Only on paper: who printed it, when, which moment it shows, and room for seal and signatures. */
import { useSession } from '../../../api/session.ts'
import { fullDayText, momentText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import type { Instant } from '@luoshi/domain/kernel/day'

export function SheetFoot({ asOf }: Readonly<{ asOf: Instant | null }>) {
  const { sheet, asOf: past } = useWords().matterPage
  const language = useLanguage()
  const { account, congress, today } = useSession()
  return (
    <footer className="sheet-foot only-print">
      <div className="sheet-signs">
        {[sheet.unitSeal, sheet.official, sheet.clerk].map((sign) => (
          <p key={sign}>
            {sign}
            <span>{sheet.day}</span>
          </p>
        ))}
      </div>
      <p>
        {congress.name} · {sheet.title} ·{' '}
        {sheet.printed(fullDayText(today, language), account.name)}
        {asOf !== null && ` · ${past.print(momentText(asOf, today, language))}`}
      </p>
    </footer>
  )
}
