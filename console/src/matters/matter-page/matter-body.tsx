/** What the page shows of a matter, now or then: the same parts, only without steps when it is the past. */
import { dayInChina, type Instant } from '@luoshi/domain/kernel/day'
import { currentRound } from '@luoshi/domain/matters/matter'
import type { MatterStep } from '@luoshi/server/contract/matter-steps'
import type { ReactNode } from 'react'
import { DueDaysCard } from '../../calendar/due-days-card.tsx'
import { EffectCard } from '../../surveys/effect/effect-card.tsx'
import { useShortcuts } from '../../shell/shortcuts.ts'
import { useWords } from '../../words/language.ts'
import type { Around } from './around.ts'
import { DefenceCard } from './defence/defence-card.tsx'
import { EvidenceCard } from './evidence/evidence-card.tsx'
import { FactList } from './head/fact-list.tsx'
import { MatterHead } from './head/matter-head.tsx'
import { OpinionCard } from './head/opinion-card.tsx'
import { ProgressRail } from './head/progress-rail.tsx'
import { SheetFoot } from './head/sheet-foot.tsx'
import { SupervisionCard } from './head/supervision-card.tsx'
import { NextSteps } from './next/next-steps.tsx'
import { stepOnward } from './next/step-order.ts'
import { NotesOfSheet } from './plan/notes-of-sheet.tsx'
import { RoundsCard } from './rounds/rounds-card.tsx'
import { Trail } from './trail/trail.tsx'

export function MatterBody({
  around,
  asOf,
  onOpen,
  travel,
}: Readonly<{
  around: Around
  asOf: Instant | null
  onOpen: (step: MatterStep) => void
  travel: ReactNode
}>) {
  const { keys, sheet } = useWords().matterPage
  const { detail, session } = around
  const onward = stepOnward(detail.matter)
  useShortcuts([
    {
      keys: 'n',
      words: keys.next,
      group: 'page',
      run: () => {
        if (asOf === null && onward !== null && detail.may.includes(onward)) onOpen(onward)
      },
    },
    { keys: 'p', words: keys.print, group: 'page', run: () => window.print() },
  ])
  return (
    <>
      <p className="only-print sheet-title">
        {session.congress.name} · {sheet.title}
      </p>
      <MatterHead detail={detail} today={asOf === null ? session.today : dayInChina(asOf)} />
      <section className="card matter-facts">
        <ProgressRail matter={detail.matter} />
        <FactList detail={detail} />
      </section>
      {asOf === null && <NextSteps around={around} onOpen={onOpen} />}
      {travel}
      <div className="matter-columns">
        <div className="matter-main">
          <OpinionCard detail={detail} />
          {currentRound(detail.matter)?.plan ? null : <NotesOfSheet matter={detail.matter} />}
          {asOf === null && <DefenceCard matter={detail.id} />}
          <RoundsCard detail={detail} />
          {asOf === null && <EffectCard matter={detail.id} appraisal={detail.matter.appraisal} />}
          <SupervisionCard detail={detail} />
          <EvidenceCard matter={detail.matter} />
        </div>
        <div className="matter-side">
          {asOf === null && <DueDaysCard matter={detail.id} />}
          <Trail detail={detail} />
        </div>
      </div>
      <SheetFoot asOf={asOf} />
    </>
  )
}
