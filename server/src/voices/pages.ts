/** What the public sees: plain words, one thing on a page, readable on any phone and without scripts. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Day } from '@luoshi/domain/kernel/day'
import { dayParts } from '@luoshi/domain/kernel/day'
import { awaitsSession, undeterminedWords } from '@luoshi/domain/matters/limit'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import type { Call } from '@luoshi/domain/opinions/call'
import { longestVoice, remarkLabels, remarks } from '@luoshi/domain/opinions/voice'
import { html, raw } from 'hono/html'
import { alertBox, noteBox } from '../identity/pages/form-parts.ts'
import { page, type Html } from '../identity/pages/page.ts'
import type { Followed } from './follow-voice.ts'

export type Place = Readonly<{ congress: CongressId; name: string }>

const foot = '不需要姓名和手机号，不记录您的网络地址。'

function frame(title: string, card: Html): Html {
  return page({ language: 'zh', title, say: null, otherLanguage: '', wide: true, foot, card })
}

function dayText(one: Day): string {
  const { year, month, date } = dayParts(one)
  return `${year}年${month}月${date}日`
}

export function sayNoPage({ zh: { what, fix } }: Bilingual): Html {
  return frame(
    '征求意见',
    html`<h1>${what}</h1>
      <p class="lead">${fix}</p>`,
  )
}

export function writePage(
  { congress, name }: Place,
  call: Exclude<Call, { status: 'none' }>,
  action: string,
  text: string,
  fault: string | null,
): Html {
  return frame(
    '征求意见',
    html`<h1>${name}征求意见</h1>
      <p class="lead">截止${dayText(call.until)}</p>
      <div class="said">${call.notice}</div>
      ${alertBox(fault)}
      <form method="post" action="${action}">
        <label for="text">您的意见</label>
        <textarea
          id="text"
          name="text"
          rows="9"
          required
          maxlength="${longestVoice}"
          aria-describedby="text-hint"
        >
${text}</textarea>
        <p class="hint" id="text-hint">
          写清时间、地点和事情，一条说一件事。反映违纪违法线索的，会封存后转有关机关，不会转给被反映的人和单位。
        </p>
        <button type="submit">提交</button>
      </form>
      <p class="foot"><a href="/voice/${congress}/follow">凭回执码查看办理情况</a></p>`,
  )
}

export function thanksPage({ congress }: Place, code: string): Html {
  return frame(
    '已收到',
    html`<h1>已收到您的意见</h1>
      <p class="lead">凭下面的回执码，可以随时查看办理到哪一步、有什么结果。</p>
      <p class="code" aria-label="回执码">${code}</p>
      ${noteBox('回执码只显示这一次，我们也查不到。请抄下来或者拍照保存。')}
      <p class="foot"><a href="/voice/${congress}/follow">查看办理情况</a></p>`,
  )
}

export function followPage({ congress }: Place, fault: string | null): Html {
  return frame(
    '查看办理情况',
    html`<h1>查看办理情况</h1>
      ${alertBox(fault)}
      <form method="post" action="/voice/${congress}/follow">
        <label for="code">回执码</label>
        <input
          id="code"
          name="code"
          type="text"
          required
          autofocus
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          placeholder="XXXX-XXXX-XXXX-XXXX"
        />
        <button type="submit">查看</button>
      </form>`,
  )
}

export function followedPage({ congress }: Place, code: string, found: Followed): Html {
  return frame(
    '办理情况',
    html`<h1>办理情况</h1>
      <p class="lead">您于${dayText(found.receivedOn)}提交的意见</p>
      ${outcomeText(found.outcome)} ${found.mayRemark ? remarkForm(congress, code, found) : ''}
      <p class="foot"><a href="/voice/${congress}/follow">查看另一条</a></p>`,
  )
}

function outcomeText(outcome: Followed['outcome']): Html {
  switch (outcome.kind) {
    case 'waiting':
      return html`<p class="note">已收到，正在研究，还没有处理结果。</p>`
    case 'passedOn':
      return html`<p class="note">
        已于${dayText(outcome.on)}封存并转有关机关处理。依照规定，有关情况由该机关答复。
      </p>`
    case 'erased':
      return html`<p class="note">已经处理，有关内容已依法删除。</p>`
    case 'replied':
      return html`<p class="note">${dayText(outcome.on)}答复：${outcome.reply}</p>`
    case 'left':
      return html`<p class="note">${outcome.why}：${outcome.reason}</p>`
    case 'matter': {
      const { number, status, round, due, closedOn } = outcome
      return html`<p class="note">您的意见已列为第${number}号事项。${stepText(status, round)}</p>
        ${
          due !== null && closedOn === null
            ? html`<p>
                要求办结的日期：${due === awaitsSession ? undeterminedWords.zh.short : dayText(due)}
              </p>`
            : ''
        }${closedOn === null ? '' : html`<p>${dayText(closedOn)}销号。</p>`}`
    }
  }
}

/** Where it is, as one would tell it at the counter. */
function stepText(status: MatterStatus, round: number): string {
  const again = round > 1 ? `（第${round}轮整改）` : ''
  switch (status) {
    case 'drafted':
    case 'approved':
      return '正在报主任会议审定。'
    case 'issued':
    case 'misassigned':
      return '已交办给承办单位。'
    case 'received':
    case 'planned':
      return `承办单位正在制定整改方案${again}。`
    case 'inProgress':
    case 'committed':
      return `承办单位正在整改${again}。`
    case 'submitted':
      return `承办单位报告已经办结，等待现场核查${again}。`
    case 'verified':
      return `已经现场核查，等待县人大常委会测评${again}。`
    case 'satisfied':
      return '县人大常委会测评满意，正在办理销号。'
    case 'closed':
      return '县人大常委会测评满意，已经办结。'
    case 'merged':
      return '与内容相同的事项合并办理。'
    case 'exited':
      return '不再列为事项，理由已经记录在案。'
  }
}

function remarkForm(congress: CongressId, code: string, { remark }: Followed): Html {
  const told = remark === null ? null : `您的评价：${remarkLabels[remark].zh}。可以随时修改。`
  return html`<form method="post" action="/voice/${congress}/follow">
    <input type="hidden" name="code" value="${code}" />
    <fieldset>
      <legend>您反映的问题解决了吗？</legend>
      ${noteBox(told)}
      ${remarks.map(
        (one) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="remark"
              value="${one}"
              required${one === remark ? raw(' checked') : ''}
            />
            ${remarkLabels[one].zh}</label
          >`,
      )}
    </fieldset>
    <button type="submit">提交评价</button>
  </form>`
}
