/** Populations and channels of a survey that has started: with the links that lead in and posters to print. */
import {
  channelLabels,
  isCodedChannel,
  isInUse,
  isOpenChannel,
  type Channel,
} from '@luoshi/domain/surveys/channel'
import {
  populationLabels,
  samplingCaveats,
  samplingLabels,
  sizeOfPopulation,
  type Population,
} from '@luoshi/domain/surveys/population'
import { Link } from '@tanstack/react-router'
import { CopyButton } from '../ui/copy-button.tsx'
import { useSession } from '../api/session.ts'
import { SheetScroll } from '../ui/sheet-scroll.tsx'
import { dayText } from '../words/day-text.ts'
import { useLanguage, useSay } from '../words/language.ts'
import { useSurveyWords } from './survey-words.ts'
import { answerLink } from './answer-link.ts'
import { AddChannel, ShutChannel } from './channel-steps.tsx'
import type { SurveyTabProps } from './survey-tabs.ts'

export function ReachShown({ survey }: SurveyTabProps) {
  const words = useSurveyWords()
  const { populations, channels } = survey.reach
  const hasPosters = channels.some((one) => isOpenChannel(one.kind) && isInUse(one))
  return (
    <>
      <p className="survey-before survey-waves">
        {hasPosters && (
          <Link to="/surveys/$survey/posters" params={{ survey: survey.id }}>
            {words.posters}
          </Link>
        )}
        {channels.some(({ kind }) => kind === 'paper') && (
          <Link to="/surveys/$survey/paper-form" params={{ survey: survey.id }}>
            {words.paperForm}
          </Link>
        )}
      </p>
      {populations.map((population) => (
        <Shown key={population.code} survey={survey} population={population} />
      ))}
    </>
  )
}

function Shown({ survey, population }: SurveyTabProps & Readonly<{ population: Population }>) {
  const words = useSurveyWords()
  const say = useSay()
  const language = useLanguage()
  const { name, kind, sampling, strata, sizeSource } = population
  const caveat = samplingCaveats[sampling.type]
  const size = sizeOfPopulation(population)
  const mayChange = survey.may.channels
  const own = survey.reach.channels.filter((one) => one.population === population.code)
  return (
    <section className="card" aria-label={name}>
      <div className="card-head">
        <h2>
          {name} <small>{say(populationLabels[kind])}</small>
        </h2>
        <span className="round">{say(samplingLabels[sampling.type])}</span>
      </div>
      <div className="card-body">
        {caveat && <p className="consequence">{say(caveat)}</p>}
        <p className="quiet">
          {size === null ? words.sizeUnknown : words.sizeOf(size)}
          {sizeSource !== '' && ` · ${sizeSource}`}
          {strata.length > 1 &&
            ` · ${strata.map((one) => one.name).join(language === 'zh' ? '、' : ', ')}`}
        </p>
      </div>
      <SheetScroll>
        <table className="sheet survey-stack">
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.stratum}</th>
              <th scope="col">{words.link}</th>
              {mayChange && <th scope="col">{words.channelUse}</th>}
            </tr>
          </thead>
          <tbody>
            {own.map((channel) => (
              <tr key={channel.code}>
                <td>
                  <strong>{say(channelLabels[channel.kind])}</strong>
                </td>
                <td data-label={words.place}>{channel.place}</td>
                <td data-label={words.stratum}>
                  {strata.find(({ code }) => code === channel.stratum)?.name ?? words.askedThere}
                </td>
                <td data-label={words.link}>
                  <ChannelLink survey={survey} channel={channel} />
                </td>
                {mayChange && (
                  <td>
                    {isInUse(channel) && !isCodedChannel(channel.kind) && (
                      <ShutChannel survey={survey} channel={channel} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </SheetScroll>
      {mayChange && (
        <p className="card-body">
          <AddChannel survey={survey} population={population} />
        </p>
      )}
    </section>
  )
}

function ChannelLink({ survey, channel }: SurveyTabProps & Readonly<{ channel: Channel }>) {
  const words = useSurveyWords()
  const { today } = useSession()
  const language = useLanguage()
  if (channel.shut)
    return (
      <span className="quiet">
        {words.shutSince(dayText(channel.shut.on, today, language), channel.shut.because)}
      </span>
    )
  if (!isOpenChannel(channel.kind)) return <span className="quiet">—</span>
  const link = answerLink(survey.id, channel)
  return (
    <>
      <a className="channel-link" href={link} target="_blank" rel="noreferrer">
        {words.openLink}
      </a>{' '}
      <CopyButton text={link}>{words.copy}</CopyButton>
    </>
  )
}
