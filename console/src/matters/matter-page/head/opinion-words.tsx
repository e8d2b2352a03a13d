/** One opinion: the words, the raiser, the channel, the day, and the paragraphs of the document it came from. */
import { may } from '@luoshi/domain/people/rights'
import type { MatterDetail } from '@luoshi/server/contract/matters'
import { Link } from '@tanstack/react-router'
import { useSession } from '../../../api/session.ts'
import { importPath } from '../../../shell/rooms.ts'
import { fullDayText } from '../../../words/day-text.ts'
import { useLanguage, useWords } from '../../../words/language.ts'
import { inBrackets } from '../../../words/marks.ts'

export function OpinionWords({ opinion }: Readonly<{ opinion: MatterDetail['opinions'][number] }>) {
  const { matterPage } = useWords()
  const { opinion: words, channels, raiserKinds } = matterPage
  const language = useLanguage()
  const session = useSession()
  const { source } = opinion
  const [raiser, kind] = [opinion.raiser.trim(), raiserKinds[opinion.raiserKind]]
  const who = raiser === kind ? kind : `${raiser || words.noName}${inBrackets(language, kind)}`
  return (
    <figure>
      <blockquote className="said">{opinion.text}</blockquote>
      <figcaption>
        {words.raised(who, channels[opinion.channel], fullDayText(opinion.receivedOn, language))}
        {source !== null && (
          <>
            {' · '}
            {words.source(
              words.paragraph(
                source.paragraphs.map((one) => one + 1).join(language === 'zh' ? '、' : ', '),
              ),
            )}
            {may(session, 'ImportDocument', null) && (
              <>
                {' '}
                <Link
                  className="no-print"
                  to={importPath(source.import)}
                  hash={`paragraph-${source.paragraphs[0] ?? 0}`}
                >
                  {words.openSource}
                </Link>
              </>
            )}
          </>
        )}
      </figcaption>
    </figure>
  )
}
