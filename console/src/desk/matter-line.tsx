/** One matter in a list of the desk: number, title, who answers for it, how long is left. The whole line is the link. */
import type { MatterRow } from '@luoshi/server/contract/matter-row'
import { useSession } from '../api/session.ts'
import { DueMark } from '../ui/due-mark.tsx'
import { owingOf } from '../ui/due.ts'
import { MatterLink } from '../ui/matter-link.tsx'
import { RoundTag } from '../ui/round-tag.tsx'
import { useWords } from '../words/language.ts'

export function MatterLine({ matter }: Readonly<{ matter: MatterRow }>) {
  const { matters } = useWords()
  const { today } = useSession()
  return (
    <li>
      <MatterLink matter={matter.id} className="matter-line">
        <span className="matter-line-number number">{matters.numberSign(matter.number)}</span>
        <span className="matter-line-title">
          {matter.title}
          <RoundTag round={matter.round} warned={matter.warned} />
        </span>
        <span className="matter-line-unit">{matter.unitName ?? matters.noUnit}</span>
        <span className="matter-line-due">
          <DueMark matter={owingOf(matter)} today={today} withDay={false} />
        </span>
      </MatterLink>
    </li>
  )
}
