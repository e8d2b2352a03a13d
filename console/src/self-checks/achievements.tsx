/** 成绩: recorded beside the problems (S23). */
import type { Achievement } from '@luoshi/domain/appraisals/self-check'
import { Button } from 'antd'
import { EvidenceChips } from '../matters/matter-page/evidence/evidence-chips.tsx'
import { useWords } from '../words/language.ts'
import type { CheckDoing } from './check-dialog.tsx'

export function Achievements({
  achievements,
  mayFill,
  onDo,
}: Readonly<{
  achievements: readonly Achievement[]
  mayFill: boolean
  onDo: (doing: CheckDoing) => void
}>) {
  const { selfChecks: words } = useWords()
  return (
    <section className="card" aria-label={words.achievements}>
      <div className="card-head">
        <h2>{words.achievements}</h2>
        {mayFill && (
          <Button onClick={() => onDo({ what: 'achievement' })}>{words.addAchievement}</Button>
        )}
      </div>
      {achievements.length === 0 && <p className="card-body quiet">{words.noAchievements}</p>}
      {achievements.map((one) => (
        <div key={one.achievement} className="gap">
          <p>{one.text}</p>
          <EvidenceChips files={one.evidence} />
          {mayFill && (
            <Button
              size="small"
              onClick={() => onDo({ what: 'dropAchievement', achievement: one.achievement })}
            >
              {words.drop}
            </Button>
          )}
        </div>
      ))}
    </section>
  )
}
