/** What stays on the screen in every room: band, menu, page, keyboard help and palette. */
import { Outlet, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useSession } from '../api/session.ts'
import { useWords } from '../words/language.ts'
import { ActingStrip } from './acting.tsx'
import { Header } from './header.tsx'
import { BottomNavigation, SideNavigation } from './navigation.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { roomsFor } from './rooms.ts'
import { StepUp } from './step-up.tsx'
import { useShortcutListener, useShortcuts, type Shortcut } from './shortcuts.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyboardHelp = lazy(async () => ({
  default: (await import('./keyboard-help.tsx')).KeyboardHelp,
}))

type Overlay = 'palette' | 'help' | null

export function Frame() {
  const { shell } = useWords()
  const session = useSession()
  const navigate = useNavigate()
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  const everywhere = useMemo<readonly Shortcut[]>(
    () => [
      { keys: 'mod+k', words: shell.search, group: 'everywhere', run: () => setOverlay('palette') },
      { keys: '?', words: shell.keyboard, group: 'everywhere', run: () => setOverlay('help') },
      ...roomsFor(session.roles).map((room): Shortcut => ({
        keys: `g ${room.key}`,
        words: shell.goTo(shell.rooms[room.words]),
        group: 'everywhere',
        run: () => void navigate({ to: room.to }),
      })),
    ],
    [shell, session.roles, navigate],
  )
  useShortcutListener()
  useShortcuts(everywhere)
  return (
    <div className="frame">
      <a className="skip-link" href="#page">
        {shell.skip}
      </a>
      <Header onPalette={() => setOverlay('palette')} onHelp={() => setOverlay('help')} />
      <div className="frame-body">
        <SideNavigation />
        <main id="page" className="page" tabIndex={-1}>
          <OfflineBanner />
          <ActingStrip />
          <Outlet />
        </main>
      </div>
      <BottomNavigation />
      <StepUp />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette onClose={close} />}
        {overlay === 'help' && <KeyboardHelp onClose={close} />}
      </Suspense>
    </div>
  )
}
