/** One's own way in: password, code app, passkeys, recovery codes, and where one is signed in. */
import { html } from 'hono/html'
import type { IdentityRefusal } from '../identity-refusals.ts'
import type { OwnAccount, PasskeyLine, SessionLine } from '../own-account.ts'
import type { Language } from '../password-rule-words.ts'
import { accountWords } from './account-words.ts'
import { alertBox, noteBox, refusalText } from './form-parts.ts'
import { page, type Html } from './page.ts'

export type AccountPage = Readonly<{
  language: Language
  person: Readonly<{ name: string; login: string; congress: string; demo: boolean }>
  csrf: string
  own: OwnAccount
  /** What was just done, in words; and why it was not. */
  done: string | null
  refusal: IdentityRefusal | null
  /** Sections of others, such as deputies. */
  more: Html | ''
}>

export function accountPage(asked: AccountPage): Html {
  const { language, person, own, done, refusal, more } = asked
  const say = accountWords[language]
  const bare = !own.app && own.passkeys.length === 0
  const wanted = bare && own.wanted !== 'left' ? say.wanted : null
  const card = html`<p class="back"><a href="/">${say.back}</a></p>
    <h1>${say.title}</h1>
    <p class="lead">${person.name} · ${person.login} · ${person.congress}</p>
    ${alertBox(refusal === null ? null : refusalText(refusal, language))} ${noteBox(done ?? wanted)}
    <section class="part">
      <h2>${say.password}</h2>
      <p class="hint">${say.passwordHint}</p>
      <p><a href="/password?lang=${language}">${say.changePassword}</a></p>
    </section>
    ${appSection(asked)} ${passkeySection(asked)} ${codesSection(asked)} ${more}
    ${sessionSection(asked)}`
  return page({
    language,
    title: say.title,
    say: null,
    otherLanguage: `/account?lang=${language === 'zh' ? 'en' : 'zh'}`,
    wide: true,
    script: true,
    card,
  })
}

function appSection({ language, csrf, own, person }: AccountPage): Html {
  const say = accountWords[language]
  return html`<section class="part">
    <h2>${say.app} ${mark(own.app, language)}</h2>
    <p class="hint">${say.appHint}</p>
    <details>
      <summary>${own.app ? say.removeApp : say.addApp}</summary>
      <form method="post" action="/account/app/${own.app ? 'remove' : 'begin'}">
        ${hidden(csrf, language)} ${presentField('app', language, person.demo)}
        <button class="${own.app ? 'second' : ''}">${own.app ? say.removeApp : say.next}</button>
      </form>
    </details>
  </section>`
}

function passkeySection({ language, csrf, own, person }: AccountPage): Html {
  const say = accountWords[language]
  return html`<section class="part">
    <h2>${say.passkeys} ${mark(own.passkeys.length > 0, language)}</h2>
    <p class="hint">${say.passkeysHint}</p>
    ${
      own.passkeys.length === 0
        ? ''
        : html`<ul class="lines">
            ${own.passkeys.map((one) => passkeyLine(one, csrf, language, person.demo))}
          </ul>`
    }
    <details>
      <summary>${say.addPasskey}</summary>
      <div data-passkey="add" data-csrf="${csrf}" data-quiet="${say.notFinished}" hidden>
        <label for="key-name">${say.passkeyName}</label>
        <input id="key-name" name="name" type="text" maxlength="40" autocomplete="off" />
        ${presentField('key', language, person.demo)}
        <button type="button">${say.addPasskey}</button>
        <p class="bad" role="alert" hidden></p>
      </div>
    </details>
  </section>`
}

function passkeyLine(
  { credential, name, lastUsedAt }: PasskeyLine,
  csrf: string,
  language: Language,
  demo: boolean,
): Html {
  const say = accountWords[language]
  const key = credential.slice(0, 12)
  return html`<li>
    <strong>${name}</strong>
    <span class="hint">${lastUsedAt === null ? say.neverUsed : say.usedAt(lastUsedAt)}</span>
    <details>
      <summary>${say.manage}</summary>
      <form method="post" action="/account/passkeys/name">
        ${hidden(csrf, language)}<input type="hidden" name="credential" value="${credential}" />
        <label for="name-${key}">${say.passkeyName}</label>
        <input id="name-${key}" name="name" type="text" value="${name}" maxlength="40" required />
        <button class="second">${say.rename}</button>
      </form>
      <form method="post" action="/account/passkeys/remove">
        ${hidden(csrf, language)}<input type="hidden" name="credential" value="${credential}" />
        ${presentField(`remove-${key}`, language, demo)}
        <button class="second">${say.removePasskey(name)}</button>
      </form>
    </details>
  </li>`
}

function codesSection({ language, csrf, own, person }: AccountPage): Html | '' {
  if (!own.app && own.passkeys.length === 0) return ''
  const say = accountWords[language]
  return html`<section class="part">
    <h2>${say.codes}</h2>
    <p class="hint">${say.codesLeft(own.codesLeft)}</p>
    <details>
      <summary>${say.newCodes}</summary>
      <form method="post" action="/account/codes">
        ${hidden(csrf, language)} ${presentField('codes', language, person.demo)}
        <p class="hint">${say.newCodesHint}</p>
        <button class="second">${say.newCodes}</button>
      </form>
    </details>
  </section>`
}

function sessionSection({ language, csrf, own }: AccountPage): Html {
  const say = accountWords[language]
  return html`<section class="part">
    <h2>${say.sessions}</h2>
    <p class="hint">${say.sessionsHint}</p>
    <ul class="lines">
      ${own.sessions.map((one) => sessionLine(one, csrf, language))}
    </ul>
    ${
      own.sessions.length < 2
        ? ''
        : html`<form method="post" action="/account/sessions/end-others">
            ${hidden(csrf, language)}<button class="second">${say.endOthers}</button>
          </form>`
    }
  </section>`
}

function sessionLine(one: SessionLine, csrf: string, language: Language): Html {
  const say = accountWords[language]
  const device = one.device === '' ? say.unknownDevice : one.device
  return html`<li class="session">
    <div>
      <strong>${device}</strong>${one.isThis ? html` <span class="mark on">${say.here}</span>` : ''}
      <span class="hint"
        >${one.address} · ${say.methodOf(one.method)} · ${say.usedAt(one.seenAt)}</span
      >
    </div>
    ${
      one.isThis
        ? ''
        : html`<form method="post" action="/account/sessions/end">
            ${hidden(csrf, language)}<input type="hidden" name="session" value="${one.id}" />
            <button class="small" aria-label="${say.end} ${device} ${one.address}">
              ${say.end}
            </button>
          </form>`
    }
  </li>`
}

function mark(on: boolean, language: Language): Html {
  const say = accountWords[language]
  return html`<span class="mark ${on ? 'on' : ''}">${on ? say.on : say.off}</span>`
}

export function hidden(csrf: string, language: Language): Html {
  return html`<input type="hidden" name="csrf" value="${csrf}" /><input
      type="hidden"
      name="lang"
      value="${language}"
    />`
}

/** In a demo nobody has a password, so none is asked. */
function presentField(id: string, language: Language, demo: boolean): Html | '' {
  if (demo) return ''
  return html`<label for="present-${id}">${accountWords[language].present}</label>
    <input
      id="present-${id}"
      name="present"
      type="password"
      autocomplete="current-password"
      required
    />`
}
