/** Acting for a colleague: the strip that says so in every room, and switching over and back from the person's menu. */
import { actFor } from '@luoshi/server/contract/delegations'
import type { Session } from '@luoshi/server/contract/session'
import { Button } from 'antd'
import { useSession } from '../api/session.ts'
import { ask } from '../api/server.ts'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage, useWords } from '../words/language.ts'

/** Everything on the screen was read with other rights, so the console starts afresh. */
export async function switchTo(delegation: string | null): Promise<void> {
  await ask(actFor, { body: { delegation } })
  window.location.assign('/')
}

export function ActingStrip() {
  const { shell } = useWords()
  const { actingFor } = useSession()
  if (actingFor === null) return null
  return (
    <output className="acting-strip">
      <span>{shell.acting(actingFor.name)}</span>
      <Button size="small" onClick={() => void switchTo(null)}>
        {shell.actingEnd}
      </Button>
    </output>
  )
}

/** Lines of the person's menu: for whom one could act, and who acts for oneself. */
export function useActingItems(session: Session) {
  const { shell } = useWords()
  const language = useLanguage()
  const until = (day: Session['today']) => fullDayText(day, language)
  const deputies = session.deputies.map(({ name, until: last }, place) => ({
    key: `deputy-${place}`,
    label: shell.deputy(name, until(last)),
    disabled: true,
  }))
  const others = session.mayActFor.map(({ delegation, name, until: last }) => ({
    key: delegation,
    label: shell.actFor(name, until(last)),
    onClick: () => void switchTo(delegation),
  }))
  const back =
    session.actingFor === null
      ? []
      : [{ key: 'own', label: shell.actingEnd, onClick: () => void switchTo(null) }]
  return [...deputies, ...(session.actingFor === null ? others : []), ...back]
}
