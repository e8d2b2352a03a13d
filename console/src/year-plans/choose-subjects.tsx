/** The ways a subject comes on the plan. Figures only point; who is ticked is the clerk's record of what was decided. */
import { belowThreshold, bottomOf } from '@luoshi/domain/appraisals/choose-subjects'
import { addMonths } from '@luoshi/domain/calendar/add-months'
import type { Day } from '@luoshi/domain/kernel/day'
import { percentText } from '@luoshi/domain/verdicts/counting/percent'
import { getRotation } from '@luoshi/server/contract/yearplans'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { officialsQuery, unitsQuery } from '../api/lists.ts'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { DayInput } from '../ui/day-input.tsx'
import { Field } from '../ui/field.tsx'
import { officialsOf, type Responsible } from '../ui/responsible.ts'
import { UnitAndOfficial } from '../ui/unit-and-official.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { fullDayText } from '../words/day-text.ts'
import { useLanguage } from '../words/language.ts'
import { useYearPlanWords } from './year-plan-words.ts'
import type { Picked } from './add-subjects.tsx'
import { ruleBooksQuery } from '../rule-books/books-query.ts'
import { drawingsQuery } from './plan-queries.ts'
import { readFigures } from './read-figures.ts'

type Picking = Readonly<{ onPick: (picked: readonly Picked[]) => void }>

export function ByName({ onPick }: Picking) {
  const words = useYearPlanWords()
  const [who, setWho] = useState<Responsible>({ unit: null, official: null })
  const [reason, setReason] = useState('')
  const set = ({ unit, official }: Responsible, why: string) => {
    setWho({ unit, official })
    setReason(why)
    onPick(unit && official ? [{ unit, official, drawing: null, reason: why }] : [])
  }
  return (
    <>
      <UnitAndOfficial value={who} onChange={(next) => set(next, reason)} />
      <Field label={words.reason} hint={words.reasonHint}>
        {(parts) => (
          <Input {...parts} value={reason} onChange={(event) => set(who, event.target.value)} />
        )}
      </Field>
    </>
  )
}

export function ByLot({ onPick }: Picking) {
  const words = useYearPlanWords()
  const language = useLanguage()
  const { data: rows = [], isPending } = useQuery(drawingsQuery)
  const { data: officials = [], isPending: isFetching } = useQuery(officialsQuery)
  const drawn = rows.flatMap(({ id, drawing }) =>
    drawing.status === 'drawn' ? [{ id, drawing }] : [],
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (id: string) => {
    setChosen(id)
    const one = drawn.find((row) => row.id === id)
    if (!one) return
    const { drawing } = one
    onPick(
      drawing.chosen.flatMap((place) => {
        const candidate = drawing.candidates[place]
        if (!candidate) return []
        const official = candidate.official ?? officialsOf(officials, candidate.unit)[0]?.id
        const reason = words.drawnReason(drawing.title, fullDayText(drawing.drawnOn, language))
        return official ? [{ unit: candidate.unit, official, drawing: one.id, reason }] : []
      }),
    )
  }
  if (isPending || isFetching) return <Waiting lines={2} />
  if (drawn.length === 0) return <p className="consequence">{words.noDrawing}</p>
  const shown = drawn.find(({ id }) => id === chosen)
  return (
    <>
      <Field label={words.drawing.title}>
        {(parts) => (
          <Select
            {...parts}
            value={chosen}
            onChange={(id) => id !== null && choose(id)}
            options={drawn.map(({ id, drawing }) => ({
              value: id,
              label: `${drawing.title}（${fullDayText(drawing.drawnOn, language)}）`,
            }))}
          />
        )}
      </Field>
      {shown && (
        <p>{shown.drawing.chosen.map((place) => shown.drawing.labels[place]).join('、')}</p>
      )}
    </>
  )
}

export function ByFigures({ by, onPick }: Picking & Readonly<{ by: 'ranking' | 'threshold' }>) {
  const words = useYearPlanWords()
  const { data: units = [], isPending: isFetchingUnits } = useQuery(unitsQuery)
  const { data: officials = [], isPending: isFetchingOfficials } = useQuery(officialsQuery)
  const { data: books = [], isPending: isFetchingBooks } = useQuery(ruleBooksQuery)
  const rules = (books.find(({ isOwn }) => isOwn) ?? books[0])?.book.settings.selecting.value
  const [text, setText] = useState('')
  const [typed, setLine] = useState<number | null>(null)
  const line = typed ?? (by === 'ranking' ? rules?.rankingBottom : rules?.threshold) ?? usual[by]
  const spared = rules?.sparedFrom ?? null
  if (isFetchingUnits || isFetchingOfficials || isFetchingBooks) return <Waiting lines={3} />
  const rows = figured(text, by, line, spared)
  const set = (nextText: string, nextLine: number) => {
    setText(nextText)
    setLine(nextLine)
    const listed = figured(nextText, by, nextLine, spared).filter(({ isListed }) => isListed)
    onPick(
      listed.flatMap(({ who, satisfied, raters }) => {
        const unit = units.find(({ name }) => name.includes(who))
        const official = unit && officialsOf(officials, unit.id)[0]
        const share = percentText(satisfied, raters)
        const reason = words.figureReason(by, satisfied, raters, share, nextLine)
        return unit && official
          ? [{ unit: unit.id, official: official.id, drawing: null, reason }]
          : []
      }),
    )
  }
  return (
    <>
      <Field label={words.figures} hint={words.figuresHint}>
        {(parts) => (
          <Input.TextArea
            {...parts}
            autoSize={{ minRows: 3, maxRows: 10 }}
            value={text}
            onChange={(event) => set(event.target.value, line)}
          />
        )}
      </Field>
      <Field label={by === 'ranking' ? words.bottom : words.below}>
        {(parts) => (
          <InputNumber
            {...parts}
            min={1}
            max={100}
            precision={0}
            value={line}
            onChange={(next) => next !== null && set(text, next)}
          />
        )}
      </Field>
      <ol className="figure-list">
        {rows.map(({ who, satisfied, raters, isListed }) => (
          <li key={who} className={isListed ? 'is-listed' : ''}>
            {who}{' '}
            <span className="number">{`${satisfied}/${raters} = ${percentText(satisfied, raters)}`}</span>
            {isListed &&
              (units.some(({ name }) => name.includes(who))
                ? ` ${words.listed}`
                : ` ${words.noUnit}`)}
          </li>
        ))}
      </ol>
    </>
  )
}

/** Where the county’s own rules say nothing. */
const usual = { ranking: 2, threshold: 80 } as const

function figured(
  text: string,
  by: 'ranking' | 'threshold',
  line: number,
  sparedFrom: number | null,
) {
  const rated = readFigures(text).map(({ name: who, ...figures }) => ({ who, ...figures }))
  return by === 'ranking' ? bottomOf(rated, line, sparedFrom).rows : belowThreshold(rated, line)
}

export function ByRotation({ onPick }: Picking) {
  const words = useYearPlanWords()
  const { today } = useSession()
  const [since, setSince] = useState<Day>(addMonths(today, -60))
  const [ticked, setTicked] = useState<readonly string[]>([])
  const { data } = useQuery({
    queryKey: ['rotation', since],
    queryFn: () => ask(getRotation, { query: { since } }),
  })
  const rows = data?.rows ?? []
  const tick = (official: string, isTicked: boolean) => {
    const next = isTicked ? [...ticked, official] : ticked.filter((one) => one !== official)
    setTicked(next)
    onPick(
      rows
        .filter((one) => next.includes(one.official))
        .map((one) => ({
          unit: one.unit,
          official: one.official,
          drawing: null,
          reason: words.rotationReason(since, one.lastOn),
        })),
    )
  }
  return (
    <>
      <Field label={words.since} hint={words.sinceHint}>
        {(parts) => (
          <DayInput {...parts} value={since} onChange={(day) => day !== null && setSince(day)} />
        )}
      </Field>
      {data && <p className="quiet">{words.waiting(rows.length, data.officials)}</p>}
      <ul className="rotation-list">
        {rows.map((one) => (
          <li key={one.official}>
            <Checkbox
              checked={ticked.includes(one.official)}
              onChange={({ target }) => tick(one.official, target.checked)}
            >
              {one.unitName} · {one.officialName}（{one.post}）
            </Checkbox>
            <span className="quiet">{words.lastOn(one.lastOn)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
