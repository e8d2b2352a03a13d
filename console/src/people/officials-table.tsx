import type { OfficialRow } from '@luoshi/server/contract/people'
import { Button } from 'antd'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'
import type { OfficialDoing } from './official-dialogs.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import '../ui/sheet-cards.css'

type OnAct = (what: OfficialDoing, official: OfficialRow) => void

/** Who answers in person, in which post, appointed by whom, from when to when; and who took over. */
export function OfficialsTable({
  officials,
  onAct,
}: Readonly<{ officials: readonly OfficialRow[]; onAct: OnAct | null }>) {
  const { people: words } = useWords()
  return (
    <SheetScroll>
      <table className="sheet sheet-cards">
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.post}</th>
            <th scope="col">{words.appointedBy}</th>
            <th scope="col">{words.status}</th>
            {onAct && (
              <th scope="col" className="end">
                {words.actions}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {officials.map((one) => (
            <tr key={one.id}>
              <td className="person-name card-title">
                {one.name}
                <PastPosts official={one} />
              </td>
              <td data-label={words.unit}>{one.unitName}</td>
              <td data-label={words.post}>{one.post}</td>
              <td className="quiet" data-label={words.appointedBy}>
                {words.appointers[one.appointedBy]}
              </td>
              <td className={one.status === 'inPost' ? '' : 'quiet'} data-label={words.status}>
                <Standing official={one} officials={officials} />
              </td>
              {onAct && (
                <td className="row-actions">
                  <Actions official={one} onAct={onAct} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetScroll>
  )
}

function PastPosts({ official: { past } }: Readonly<{ official: OfficialRow }>) {
  const { roster } = useWords()
  const language = useLanguage()
  if (past.length === 0) return null
  return (
    <details className="past-posts">
      <summary>{roster.history}</summary>
      <ul>
        {past.map(({ unitName, post, from, to }) => (
          <li key={`${unitName} ${post} ${to}`}>
            {roster.past(
              unitName,
              post,
              from === null ? roster.unknownDay : fullDayText(from, language),
              fullDayText(to, language),
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Standing({
  official: { status, leave, successor, caretaker, since },
  officials,
}: Readonly<{ official: OfficialRow; officials: readonly OfficialRow[] }>) {
  const { people: words, roster } = useWords()
  const language = useLanguage()
  const nameOf = (id: string | null) => officials.find((one) => one.id === id)?.name ?? ''
  if (status === 'left')
    return caretaker ? roster.kept(nameOf(successor)) : words.left(nameOf(successor))
  if (leave === null)
    return (
      <>
        {words.inPost}
        {since !== null && (
          <small className="quiet"> {roster.since(fullDayText(since, language))}</small>
        )}
      </>
    )
  return (
    <>
      {roster.onLeave(leave.from, leave.until ?? roster.openEnd)}
      {leave.acting !== null && <small> {roster.actingIs(nameOf(leave.acting))}</small>}
    </>
  )
}

function Actions({ official, onAct }: Readonly<{ official: OfficialRow; onAct: OnAct }>) {
  const { people: words, roster } = useWords()
  const { status, leave } = official
  const button = (what: OfficialDoing, verb: string) => (
    <Button type="link" size="small" onClick={() => onAct(what, official)}>
      {verb}
    </Button>
  )
  return status === 'left' ? (
    button('reappoint', roster.reappoint)
  ) : (
    <>
      {leave === null ? button('leave', roster.leave) : button('endLeave', roster.endLeave)}
      {button('transfer', words.transfer)}
    </>
  )
}
