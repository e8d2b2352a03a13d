/** The coverage board: how many there are, listed, invited, tried, answered; and which part has not been asked at all. */
import { isStaffedChannel } from '@luoshi/domain/surveys/channel'
import { isDay } from '@luoshi/domain/kernel/day'
import { samplingCaveats, samplingLabels } from '@luoshi/domain/surveys/population'
import { unstated, unstatedLabel } from '@luoshi/domain/surveys/unstated'
import {
  contactKinds,
  getCoverage,
  listContacts,
  noteReach,
  type PopulationReach,
} from '@luoshi/server/contract/survey-coverage'
import { useQuery } from '@tanstack/react-query'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { ask } from '../api/server.ts'
import { useSession } from '../api/session.ts'
import { ActDialog } from '../ui/act-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { lackingOf } from '../ui/lacking.ts'
import { ProblemNote } from '../ui/problem-note.tsx'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { surveyChanges } from './survey-query.ts'
import type { SurveyTabProps } from './survey-tabs.ts'
import { useChannelName, WayFields, type StaffedWay } from './way-fields.tsx'

type Survey = SurveyTabProps['survey']

export function CoverageTab({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  const [isNoting, setNoting] = useState(false)
  const { data, error, refetch } = useQuery({
    queryKey: ['surveys', survey.id, 'coverage'],
    queryFn: () => ask(getCoverage, { params: { survey: survey.id } }),
  })
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={6} />
  const isStaffed = survey.reach.channels.some(({ kind }) => isStaffedChannel(kind))
  return (
    <>
      <p className="quiet survey-before">
        {words.coverageHint}
        {data.mayNote && isStaffed && (
          <Button size="small" onClick={() => setNoting(true)}>
            {words.note}
          </Button>
        )}
      </p>
      {data.populations.map((one) => (
        <Board key={one.code} survey={survey} population={one} />
      ))}
      {isStaffed && <Audit survey={survey} />}
      {isNoting && <Note survey={survey} onClose={() => setNoting(false)} />}
    </>
  )
}

const shown = (n: number | null) => (n === null ? '—' : String(n))

function Board({ survey, population }: Readonly<{ survey: Survey; population: PopulationReach }>) {
  const words = useSurveyWords()
  const say = useSay()
  const caveat = samplingCaveats[population.sampling]
  const unasked = population.strata.filter(({ isUnasked }) => isUnasked)
  return (
    <section className="card" aria-label={population.name}>
      <div className="card-head">
        <h2>
          {population.name} <small>{say(samplingLabels[population.sampling])}</small>
        </h2>
      </div>
      {(caveat || unasked.length > 0) && (
        <div className="card-body">
          {caveat && <p className="consequence">{say(caveat)}</p>}
          {unasked.length > 0 && (
            <p className="consequence">
              {words.unasked(unasked.map(({ name }) => name).join('、'))}
            </p>
          )}
        </div>
      )}
      <SheetScroll>
        <table className="sheet survey-stack">
          <thead>
            <tr>
              <th scope="col">{words.stratum}</th>
              {[words.size, words.listed, words.invited, words.quotaShort, words.answered].map(
                (head) => (
                  <th key={head} scope="col" className="end">
                    {head}
                  </th>
                ),
              )}
              <th scope="col">{words.byChannel}</th>
            </tr>
          </thead>
          <tbody>
            {population.strata.map((stratum) => (
              <tr key={stratum.code}>
                <td>
                  <strong>{stratum.code === unstated ? say(unstatedLabel) : stratum.name}</strong>
                </td>
                <td className="end" data-label={words.size}>
                  {shown(stratum.size)}
                </td>
                <td className="end" data-label={words.listed}>
                  {shown(stratum.listed)}
                </td>
                <td className="end" data-label={words.invited}>
                  {shown(stratum.invited)}
                </td>
                <td className="end" data-label={words.quotaShort}>
                  {shown(stratum.quota)}
                </td>
                <td className="end" data-label={words.answered}>
                  <strong>{stratum.answered}</strong>
                </td>
                <td data-label={words.byChannel}>
                  <ByChannel survey={survey} channels={stratum.channels} />
                </td>
              </tr>
            ))}
          </tbody>
          {population.strata.length > 1 && (
            <tfoot>
              <tr>
                <td>
                  <strong>{words.sum}</strong>
                </td>
                <td className="end" data-label={words.size}>
                  {shown(population.size)}
                </td>
                <td className="end" data-label={words.listed}>
                  {shown(population.listed)}
                </td>
                <td className="end" data-label={words.invited}>
                  {shown(population.invited)}
                </td>
                <td className="end" data-label={words.quotaShort}>
                  —
                </td>
                <td className="end" data-label={words.answered}>
                  <strong>{population.answered}</strong>
                </td>
                <td className="quiet">{words.neverMixed}</td>
              </tr>
            </tfoot>
          )}
        </table>
      </SheetScroll>
    </section>
  )
}

type Channels = PopulationReach['strata'][number]['channels']

function ByChannel({ survey, channels }: Readonly<{ survey: Survey; channels: Channels }>) {
  const words = useSurveyWords()
  const name = useChannelName(survey)
  const active = channels.filter(
    ({ tried, refused, handedOut, answered }) => tried + refused + handedOut + answered > 0,
  )
  return (
    <ul className="survey-by-channel">
      {active.map((one) => (
        <li key={one.channel}>
          {name(one.channel)}：{words.answeredBy(one.answered)}
          {one.tried > 0 && ` · ${words.contact.tried} ${one.tried}`}
          {one.refused > 0 && ` · ${words.contact.refused} ${one.refused}`}
          {one.handedOut > 0 && ` · ${words.contact.handedOut} ${one.handedOut}`}
        </li>
      ))}
    </ul>
  )
}

function Audit({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  const { today } = useSession()
  const language = useLanguage()
  const name = useChannelName(survey)
  const stratumOf = ({ channel, stratum }: Readonly<{ channel: string; stratum: string }>) => {
    const { channels, populations } = survey.reach
    const of = channels.find(({ code }) => code === channel)?.population
    const strata = populations.find(({ code }) => code === of)?.strata ?? []
    return strata.find(({ code }) => code === stratum)?.name ?? stratum
  }
  const { data } = useQuery({
    queryKey: ['surveys', survey.id, 'contacts'],
    queryFn: async () => (await ask(listContacts, { params: { survey: survey.id } })).rows,
  })
  if (!data || data.length === 0) return null
  return (
    <section className="card" aria-label={words.audit}>
      <div className="card-head">
        <h2>{words.audit}</h2>
      </div>
      <SheetScroll>
        <table className="sheet survey-stack">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.who}</th>
              <th scope="col">{words.channel}</th>
              <th scope="col">{words.stratum}</th>
              <th scope="col">{words.what}</th>
              <th scope="col" className="end">
                {words.howMany}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map((row) => (
              <tr key={`${row.on} ${row.who} ${row.channel} ${row.stratum} ${row.what}`}>
                <td className="survey-nowrap">
                  {isDay(row.on) ? dayText(row.on, today, language) : row.on}
                </td>
                <td data-label={words.who}>{row.who}</td>
                <td data-label={words.channel}>{name(row.channel)}</td>
                <td data-label={words.stratum}>{stratumOf(row)}</td>
                <td data-label={words.what}>{words.contact[row.what]}</td>
                <td className="end" data-label={words.howMany}>
                  {row.n}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
    </section>
  )
}

function Note({ survey, onClose }: SurveyTabProps & Readonly<{ onClose: () => void }>) {
  const words = useSurveyWords()
  const [way, setWay] = useState<StaffedWay | null>(null)
  const [what, setWhat] = useState<(typeof contactKinds)[number]>('tried')
  const [n, setN] = useState<number | null>(null)
  const send =
    way && n !== null
      ? () => ask(noteReach, { params: { survey: survey.id }, body: { ...way, what, n } })
      : lackingOf([words.channel, way], [words.howMany, n])
  return (
    <ActDialog
      title={words.note}
      action={words.record}
      send={send}
      changes={surveyChanges}
      onClose={onClose}
    >
      <WayFields survey={survey} way={way} onChange={setWay} />
      <div className="field-row">
        <Field label={words.what}>
          {(parts) => (
            <Select
              {...parts}
              value={what}
              onChange={setWhat}
              options={contactKinds.map((one) => ({ value: one, label: words.contact[one] }))}
            />
          )}
        </Field>
        <Field label={words.howMany}>
          {(parts) => <InputNumber {...parts} min={1} max={100_000} value={n} onChange={setN} />}
        </Field>
      </div>
    </ActDialog>
  )
}
