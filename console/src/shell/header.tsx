/** The blue band with the red line: which congress this is, who works here, the palette, the language, the way out. */
import { roleLabels } from '@luoshi/domain/people/roles'
import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { Bell } from '../messages/bell.tsx'
import { useSession } from '../api/session.ts'
import { fullDayText } from '../words/day-text.ts'
import { speak, useLanguage, useSay, useWords } from '../words/language.ts'
import { useActingItems } from './acting.tsx'
import { signOut } from './sign-out.ts'

export function Header({
  onPalette,
  onHelp,
}: Readonly<{ onPalette: () => void; onHelp: () => void }>) {
  const { shell } = useWords()
  const language = useLanguage()
  const session = useSession()
  return (
    <header className="band">
      <Link
        to="/"
        className="band-brand"
        aria-label={`${shell.product} · ${session.congress.name}`}
      >
        <img src={`${import.meta.env.BASE_URL}mark.svg`} alt="" width="28" height="28" />
        <strong>{shell.product}</strong>
        <span className="band-congress">{session.congress.name}</span>
      </Link>
      <button type="button" className="band-search" onClick={onPalette}>
        <span>{shell.search}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </button>
      <span className="band-today">{shell.today(fullDayText(session.today, language))}</span>
      <button
        type="button"
        className="band-button"
        title={shell.languageLabel}
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}
      >
        {shell.language}
      </button>
      <button
        type="button"
        className="band-button band-help"
        aria-label={shell.keyboard}
        onClick={onHelp}
      >
        ?
      </button>
      <Bell />
      <PersonMenu />
    </header>
  )
}

function PersonMenu() {
  const { shell } = useWords()
  const say = useSay()
  const session = useSession()
  const acting = useActingItems(session)
  const duties = session.roles.map((role) => say(roleLabels[role])).join('、')
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'duties', label: `${shell.yourDuties}：${duties}`, disabled: true },
          ...acting,
          { type: 'divider' },
          { key: 'account', label: <a href="/account">{shell.ownAccount}</a> },
          { key: 'out', label: shell.signOut, onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="band-person">
        <span className="band-name">{session.account.name}</span>
        <span className="band-duties">{duties}</span>
        <span aria-hidden="true">▾</span>
      </button>
    </Dropdown>
  )
}
