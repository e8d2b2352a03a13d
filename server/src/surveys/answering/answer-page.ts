/**
 * The answer page: a plain form that works without scripts; with ours, one question a screen. Nothing on it is required.
 * What the script shows later (thanks, waiting for the network) is on the page already, hidden, so that it works offline.
 */
import { randomBytes } from 'node:crypto'
import { dayParts, type Day } from '@luoshi/domain/kernel/day'
import { isCodedChannel } from '@luoshi/domain/surveys/channel'
import { samplingCaveats } from '@luoshi/domain/surveys/population'
import { inLanguage } from '@luoshi/domain/surveys/wording'
import { unstated } from '@luoshi/domain/surveys/unstated'
import { html } from 'hono/html'
import type { PortalPage } from '../../http/portal-page.ts'
import type { Html } from '../../identity/pages/page.ts'
import { pageWords, type PageLanguage } from './answer-words.ts'
import { asksForStratum, type DoorSurvey, type Way } from './open-survey.ts'
import { optionPart, questionPart } from './question-part.ts'
import type { Receipt } from './receive-answer.ts'

type Frame = Omit<PortalPage, 'body'>

export function frameOf(door: DoorSurvey | null, language: PageLanguage): Frame {
  const title = door ? inLanguage(door.survey.form.title, language) : '群众评议调查'
  const whose = door?.asker ?? ''
  return { title, whose, language, parts: ['surveys'], foot: pageWords[language].foot }
}

export function answerPage(door: DoorSurvey, way: Way, language: PageLanguage): PortalPage {
  const { survey, place, asker } = door
  const words = pageWords[language]
  const caveat = samplingCaveats[way.population.sampling.type]?.[language]
  const isKiosk = way.channel.kind === 'counter'
  const isInvited = isCodedChannel(way.channel.kind)
  const { channel } = way
  const questions = survey.form.questions
  const body = html`<form
      class="survey"
      method="post"
      action="/s/${place.survey}/answers${language === 'en' ? '?lang=en' : ''}"
      autocomplete="off"
      data-survey="${place.survey}"
      ${isKiosk ? html`data-kiosk="${channel.code}"` : ''}
      ${isInvited ? 'data-invited' : ''}
    >
      <input type="hidden" name="id" value="${chance()}" />
      <input type="hidden" name="secret" value="${chance()}" />
      <input type="hidden" name="channel" value="${channel.code}" />
      <section class="paper opening" data-step>
        <h1>${inLanguage(survey.form.title, language)}</h1>
        <p class="lead">
          ${words.asker(asker)}${language === 'zh' ? '。' : '. '}${words.until(dayText(survey.reach.until, language))}${language === 'zh' ? '。' : '.'}
        </p>
        <p>${words.anonymous}</p>
        ${caveat === undefined ? '' : html`<p class="fine">${caveat}</p>`}
        <p class="fine" data-other>
          <a
            href="?c=${channel.code}${language === 'zh' ? '&lang=en' : ''}"
            lang="${language === 'zh' ? 'en' : 'zh-CN'}"
            >${words.other}</a
          >
        </p>
      </section>
      ${isInvited ? codePart(language) : ''}
      ${asksForStratum(way) ? stratumQuestion(way, language) : ''}
      ${questions.map((one) => questionPart(one, language))}
      <section class="paper sending" data-step>
        <p data-check hidden>${words.check}</p>
        <p class="fine" data-left="${words.notAnswered}" hidden></p>
        <button class="act" type="submit" ${isInvited ? 'hidden' : ''}>${words.send}</button>
      </section>
      <nav class="turning" hidden>
        <p class="fine" role="status" data-progress="${words.progress}"></p>
        <button class="act quiet" type="button" data-back>${words.back}</button>
        <button
          class="act"
          type="button"
          data-next
          data-start="${words.start}"
          data-skip="${words.skip}"
          data-label="${words.next}"
        >
          ${words.next}
        </button>
      </nav>
    </form>
    ${afterwards(language, isKiosk, door)}`
  return { ...frameOf(door, language), body }
}

/** Hidden until the script needs them. */
function afterwards(language: PageLanguage, isKiosk: boolean, { place }: DoorSurvey): Html {
  const words = pageWords[language]
  return html`<section class="paper" data-part="sending" tabindex="-1" hidden>
      <p role="status">${words.sending}</p>
    </section>
    <section class="paper" data-part="waiting" tabindex="-1" hidden>
      <h2>${words.waiting}</h2>
      <p class="alert" data-why hidden></p>
      <p>${isKiosk ? words.kioskWaiting : words.waitingMore}</p>
      <button class="act" type="button" data-again>${words.again}</button>
    </section>
    <section
      class="paper"
      data-part="sealed"
      data-hours="${words.hours}"
      data-minutes="${words.minutes}"
      tabindex="-1"
      hidden
    >
      <h2>${words.sealed}</h2>
      <p data-when></p>
      <p>${words.sealedMore}</p>
      <button class="act quiet" type="button" data-again>${words.sendNow}</button>
    </section>
    <section class="paper" data-part="refused" tabindex="-1" hidden>
      <p class="alert" role="alert" data-why></p>
      <button class="act quiet" type="button" data-return>${words.backToForm}</button>
    </section>
    ${
      isKiosk
        ? html`<section class="paper" data-part="idle" tabindex="-1" hidden>
            <h2>${words.stillThere}</h2>
            <p data-seconds="${words.idle}"></p>
            <button class="act" type="button" data-still>${words.goOn}</button>
            <button class="act quiet" type="button" data-another>${words.beginAgain}</button>
          </section>`
        : ''
    }
    <section class="paper" data-part="done" tabindex="-1" hidden>
      <h2>${words.done}</h2>
      <p>${words.doneMore}</p>
      <button class="act quiet" type="button" data-another>${words.another}</button>
    </section>
    <section class="paper" data-part="thanks" tabindex="-1" hidden>
      ${thanks(language, [], isKiosk, place.congress)}
    </section>`
}

function thanks(
  language: PageLanguage,
  receipts: readonly Receipt[],
  isKiosk: boolean,
  congress: string,
): Html {
  const words = pageWords[language]
  return html`<h1>${words.thanks}</h1>
    <p>${words.thanksMore}</p>
    <div data-receipts ${receipts.length === 0 ? 'hidden' : ''}>
      <p>${words.receipt}</p>
      ${receipts.map(({ code }) => html`<p class="code" data-code>${code}</p>`)}
      <p class="note">${words.receiptNote}</p>
      ${isKiosk ? '' : html`<p><a href="/voice/${congress}/follow">${words.follow}</a></p>`}
    </div>
    ${
      isKiosk
        ? html`<p class="fine" data-seconds="${words.kiosk}"></p>
            <button class="act" type="button" data-another>${words.nextPerson}</button>`
        : ''
    }`
}

/** The answer to a plain form. */
export function thanksPage(
  door: DoorSurvey,
  receipts: readonly Receipt[],
  language: PageLanguage,
): PortalPage {
  const body = html`<section class="paper">
    ${thanks(language, receipts, false, door.place.congress)}
  </section>`
  return { ...frameOf(door, language), body }
}

/** Why there is nothing to fill in, or why it was not taken. */
export function sayPage(
  door: DoorSurvey | null,
  language: PageLanguage,
  said: Readonly<{ what: string; fix: string }>,
): PortalPage {
  const body = html`<section class="paper">
    <h1>${said.what}</h1>
    <p class="lead">${said.fix}</p>
  </section>`
  return { ...frameOf(door, language), body }
}

/** Several ways in and no code in the address. */
export function choosePage(
  door: DoorSurvey,
  ways: readonly Readonly<{ code: string; name: string }>[],
  language: PageLanguage,
): PortalPage {
  const body = html`<section class="paper">
    <h1>${pageWords[language].choose}</h1>
    ${ways.map(({ code, name }) => html`<a class="act quiet" href="?c=${code}">${name}</a>`)}
  </section>`
  return { ...frameOf(door, language), body }
}

/** The code of the letter or message; the script takes it from the address, behind the #, which no server sees. */
function codePart(language: PageLanguage): Html {
  const words = pageWords[language]
  return html`<section class="paper asked" data-step>
    <label class="ask" for="code">${words.code}</label>
    <p class="fine" id="code-hint">${words.codeHint}</p>
    <input
      class="line"
      id="code"
      name="code"
      type="text"
      autocapitalize="characters"
      spellcheck="false"
      placeholder="XXXX-XXXX-XXXX-XXXX"
      aria-describedby="code-hint"
    />
    <noscript><p class="alert">${words.needsScript}</p></noscript>
  </section>`
}

function stratumQuestion({ population }: Way, language: PageLanguage): Html {
  const words = pageWords[language]
  const all = [
    ...population.strata.map(({ code, name }) => ({ code, name })),
    { code: unstated, name: words.unstated },
  ]
  return html`<fieldset class="paper asked" data-step data-question="">
    <legend>${words.where}</legend>
    <div class="options">
      ${all.map(({ code, name }) => optionPart('radio', 'stratum', code, name))}
    </div>
  </fieldset>`
}

function chance(): string {
  return randomBytes(16).toString('hex')
}

function dayText(one: Day, language: PageLanguage): string {
  const { year, month, date } = dayParts(one)
  return language === 'zh'
    ? `${year}年${month}月${date}日`
    : `${date} ${months[month - 1] ?? ''} ${year}`
}

const months =
  'January February March April May June July August September October November December'.split(' ')
