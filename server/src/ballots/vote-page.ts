/**
 * The shell of the voter's page: everything on it is drawn by the script, which computes what no server may know. Its
 * policy lets the script speak with us, the box and the second issuer, and with nobody else.
 * Source: ballot.md 7.2 (policy without inline code), 3.1 (roles); issue 5.
 */
import { promise, trustInShort, trustWords } from '@luoshi/domain/ballots/trust-words'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Html } from '../identity/pages/page.ts'
import type { PortalFiles } from '../http/portal-files.ts'
import { sendPortalPage } from '../http/portal-page.ts'

export type VoteShell = Readonly<{
  /** Id of the ballot's record. */
  ballot: string
  title: string
  /** Name of the congress. */
  congress: string
  rehearsal: boolean
  /** Origins of the box and, when there is one, of the second issuer. */
  origins: readonly string[]
}>

export function sendVotePage(c: Context, portal: PortalFiles | null, shell: VoteShell) {
  if (!portal) return c.text(notBuilt, 503)
  return sendPortalPage(c, portal, 200, {
    ...frameOf(shell),
    title:
      shell.rehearsal && !shell.title.includes('演练') ? `【演练】${shell.title}` : shell.title,
    connect: shell.origins,
    body: html`<div id="vote" data-ballot="${shell.ballot}">
      <section class="paper">
        <h1>${shell.title}</h1>
        <p class="lead">正在打开票样……</p>
        <noscript>
          <div class="alert">
            <p>无记名投票要在您自己的设备上加密，浏览器必须允许脚本。</p>
            <p>请打开脚本后刷新；也可以使用会场平板，或者向工作人员领取纸质票。</p>
          </div>
        </noscript>
        <p class="fine">
          一直停在这里？浏览器可能太旧，请升级微信或浏览器，或者使用会场平板、领取纸质票。
        </p>
      </section>
    </div>`,
  })
}

/** `?lang=en`: for whoever comes from the page in English. */
export function sendTrustPage(c: Context, portal: PortalFiles | null, shell: VoteShell) {
  if (!portal) return c.text(notBuilt, 503)
  const language = c.req.query('lang') === 'en' ? 'en' : 'zh'
  return sendPortalPage(c, portal, 200, {
    ...frameOf(shell, language),
    language,
    title: trustPage[language].title,
    body: trustBody(shell, language),
  })
}

type Language = 'zh' | 'en'

const notBuilt =
  '投票页面尚未构建：请先执行 npm run build，再重新启动。\nThe page is not built: run npm run build and start again.\n'

const around = {
  zh: {
    foot: '无记名测评。有疑问请向监票人或会务人员提出。',
    band: '演练　不计入任何结果',
  },
  en: {
    foot: 'A secret ballot. Ask a teller or the staff whatever is not clear.',
    band: 'Rehearsal: counts for nothing',
  },
} as const

function frameOf({ congress, rehearsal }: VoteShell, language: Language = 'zh') {
  const { foot, band } = around[language]
  return { whose: congress, parts: ['ballots' as const], foot, ...(rehearsal ? { band } : {}) }
}

const trustPage = {
  zh: {
    title: '要相信谁、不必相信谁',
    lead: '无记名靠什么保证，哪些保证不了，都写在这里。',
    back: '回到投票页面',
  },
  en: {
    title: 'Whom to trust, and whom not',
    lead: 'What keeps the ballot secret, and what nothing can keep.',
    back: 'Back to the ballot',
  },
} as const

function trustBody({ ballot }: VoteShell, language: Language): Html {
  const { title, lead, back } = trustPage[language]
  return html`<section class="paper">
    <h1>${title}</h1>
    <p class="lead">${lead}</p>
    <ol class="three">
      ${trustInShort.map((sentence) => html`<li>${sentence[language]}</li>`)}
    </ol>
    <dl class="trusts">
      ${trustWords.map(
        ({ question, answer }) =>
          html`<dt>${question[language]}</dt>
            <dd>${answer[language]}</dd>`,
      )}
    </dl>
    <p class="note">${promise[language]}</p>
    <a class="act quiet" href="/vote/${ballot}">${back}</a>
  </section>`
}
