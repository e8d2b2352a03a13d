/** Only on paper: whose ledger, of which day, and the filters under which the list was made. */
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { useQuery } from '@tanstack/react-query'
import { appraisalsQuery, unitsQuery } from '../api/lists.ts'
import { useSession } from '../api/session.ts'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useSay, useWords } from '../words/language.ts'
import { readStatuses, type LedgerSearch } from './ledger-search.ts'

export function PrintHead({ search }: Readonly<{ search: LedgerSearch }>) {
  const { matters: words } = useWords()
  const language = useLanguage()
  const { congress, today } = useSession()
  const filters = useFilterWords(search)
  return (
    <p className="print-only">
      {congress.name}　{words.asOfDay(fullDayText(search.on ?? today, language))}
      {filters.length > 0 && `　${words.filters.more}：${filters.join('；')}`}
    </p>
  )
}

function useFilterWords(search: LedgerSearch): readonly string[] {
  const { matters: words } = useWords()
  const say = useSay()
  const { data: units = [] } = useQuery(unitsQuery)
  const { data: appraisals = [] } = useQuery(appraisalsQuery)
  const { text, unit, appraisal, phase, late, mine } = search
  return [
    text,
    units.find((one) => one.id === unit)?.name,
    appraisals.find((one) => one.id === appraisal)?.title,
    readStatuses(search.status)
      .map((status) => say(statusLabels[status]))
      .join('、'),
    phase && words.phases[phase],
    late ? words.filters.late : undefined,
    mine ? words.filters.mine : undefined,
  ]
    .filter((one) => one !== undefined)
    .filter((one) => one !== '')
}
