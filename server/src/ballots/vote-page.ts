/**
 * The shell of the voter's page: everything on it is drawn by the script, which computes what no server may know. Its
 * policy lets the script speak with us, the box and the second issuer, and with nobody else.
 * Source: ballot.md 7.2 (policy without inline code), 3.1 (roles); issue 5.
 */
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
    title: shell.rehearsal ? `【演练】${shell.title}` : shell.title,
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

export function sendTrustPage(c: Context, portal: PortalFiles | null, shell: VoteShell) {
  if (!portal) return c.text(notBuilt, 503)
  return sendPortalPage(c, portal, 200, {
    ...frameOf(shell),
    title: '要相信谁、不必相信谁',
    body: trustBody(shell),
  })
}

const notBuilt =
  '投票页面尚未构建：请先执行 npm run build，再重新启动。\nThe page is not built: run npm run build and start again.\n'

function frameOf({ congress, rehearsal }: VoteShell) {
  return {
    whose: congress,
    parts: ['ballots' as const],
    foot: '无记名测评。有疑问请向监票人或会务人员提出。',
    ...(rehearsal ? { band: '演练　不计入任何结果' } : {}),
  }
}

const trusts: readonly Readonly<{ question: string; answer: string }>[] = [
  {
    question: '系统管理员能查出我投了什么吗？',
    answer:
      '不能。领票时，服务器是在看不见内容的情况下盖章的，好比隔着复写纸在密封信封外面盖章：它知道您领过票，但不知道哪一张是您的。投票时，票箱只认章，不问是谁。即使拿到全部数据库、全部备份，也无法把选票与人对应。这不靠承诺，靠数学。',
  },
  {
    question: '管理员如果当场做手脚呢？',
    answer:
      '如果管理员当场修改程序、偷记谁在什么时候用哪部手机发来选票，就可能猜出来。所以：先领票、后投票；选票随机延迟发出；票箱不留日志、成批入箱。要完全不依赖这一条，请使用会场平板，或者把票箱放在监票人的电脑上。',
  },
  {
    question: '监票人能提前知道结果吗？',
    answer:
      '计票钥匙拆成三份，三位监票人各拿一份，至少两份才能合成。封票以前不合钥匙，谁也看不到结果；单独一位监票人什么也打不开。即使两位监票人串通提前打开，看到的也只是没有名字的选票。',
  },
  {
    question: '会不会有人多塞票、偷偷换票、扔掉我的票？',
    answer:
      '瞒不过去。发了多少张、收回多少张都要公布；选票封存以后，文件的指纹投在大屏幕上，改一个字都对不上。您凭核对码可以查自己的票在不在；拿到回执而票不在，可以提出异议，回执就是证据。任何人都可以用公布的文件自己重新计票。',
  },
  {
    question: '我必须相信什么？',
    answer:
      '相信这部设备没有被装上偷看的程序，相信您打开的就是会场公布的网址：先核对票样指纹，四组都与大屏幕、会议议程一致。这部设备或者网页本身如果被动了手脚，它就能看见您怎么选。不放心，就用会场平板或者纸质票。',
  },
  {
    question: '有什么是做不到的？',
    answer:
      '不能防止您自己向他人证明怎么投的，也不能防止被人看屏幕。有人逼您出示投票过程，请向监票人反映，改用纸质票。大家投得完全一样时，结果本身就说明了每个人怎么投；人数少于五人时，无记名没有意义。',
  },
  {
    question: '我想用纸质票，可以吗？',
    answer: '可以，效力完全相同。没有领电子票证的，直接向工作人员领取。一人只能领一样。',
  },
]

function trustBody({ ballot }: VoteShell): Html {
  return html`<section class="paper">
    <h1>要相信谁、不必相信谁</h1>
    <p class="lead">无记名靠什么保证，哪些保证不了，都写在这里。</p>
    <dl class="trusts">
      ${trusts.map(
        ({ question, answer }) =>
          html`<dt>${question}</dt>
            <dd>${answer}</dd>`,
      )}
    </dl>
    <p class="note">
      系统运营者拿到全部数据库也无法把选票与人对应；但不能防止您自己向他人证明怎么投的，也不能防止被人看屏幕。
    </p>
    <a class="act quiet" href="/vote/${ballot}">回到投票页面</a>
  </section>`
}
