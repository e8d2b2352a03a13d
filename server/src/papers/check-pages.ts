/** What somebody sees who checks a paper: one answer in plain words, readable on any phone and without scripts. */
import { dayParts, type Day } from '@luoshi/domain/kernel/day'
import { checkCodeOf, shownCheckCode } from '@luoshi/domain/papers/check-code'
import { paperKindAbout } from '@luoshi/domain/papers/paper-kinds'
import { html } from 'hono/html'
import { alertBox, noteBox } from '../identity/pages/form-parts.ts'
import { page, type Html } from '../identity/pages/page.ts'
import type { CheckedPaper } from './check-paper.ts'

const foot = '这里只核对公文是否由本机关登记发出，不显示公文内容，不记录您的网络地址。'

function frame(title: string, card: Html): Html {
  return page({ language: 'zh', title, say: null, otherLanguage: '', wide: true, foot, card })
}

function dayText(one: Day): string {
  const { year, month, date } = dayParts(one)
  return `${year}年${month}月${date}日`
}

export function askCodePage(fault: string | null): Html {
  return frame(
    '公文查验',
    html`<h1>公文查验</h1>
      <p class="lead">查验码在公文最后一页的下方，扫描旁边的二维码可以直接到结果。</p>
      ${alertBox(fault)}
      <form method="get" action="/check">
        <label for="code">查验码</label>
        <input
          id="code"
          name="code"
          type="text"
          required
          autofocus
          autocomplete="off"
          autocapitalize="characters"
          spellcheck="false"
          maxlength="40"
          placeholder="XXXX-XXXX-XXXX"
        />
        <button type="submit">查验</button>
      </form>`,
  )
}

export function checkedPage(found: CheckedPaper): Html {
  const { paper, congressName, seq, checkpoint } = found
  const { words } = paper
  const rows: readonly (readonly [string, string])[] = [
    ['文种', paperKindAbout[paper.paper].zh],
    ['文号', words === null || words.number === '' ? '没有文号' : words.number],
    ['成文日期', dayText(paper.dated)],
    ['发文机关', words?.organ ?? congressName],
    ['登记', `${congressName}，${dayText(paper.on)}`],
    ['查验码', shownCheckCode(checkCodeOf(paper.hash))],
    ['内容哈希', paper.hash],
    ['台账位置', placeText(seq, checkpoint)],
  ]
  return frame(
    '公文查验',
    html`<h1>${headline(found)}</h1>
      ${noteBox(standingText(found))}
      <dl class="facts">
        ${rows.map(
          ([label, text]) =>
            html`<dt>${label}</dt>
              <dd>${text}</dd>`,
        )}
      </dl>
      <p class="hint">
        请对照您手上的公文：文种、文号、日期和发文机关都应当一致。要核对内容有没有被改动，请用离线核验工具：luoshi
        paper verify 文件名。
      </p>
      <p class="foot"><a href="/check">查验另一份</a></p>`,
  )
}

function headline({ standing }: CheckedPaper): string {
  switch (standing.kind) {
    case 'latest':
      return '这份公文已登记，现行有效'
    case 'withdrawn':
      return '这份公文已经撤回'
    case 'replaced':
      return '这份公文已有新的版本'
  }
}

function standingText({ standing }: CheckedPaper): string | null {
  switch (standing.kind) {
    case 'latest':
      return null
    case 'withdrawn':
      return '发文机关已经撤回，不再作为依据。'
    case 'replaced':
      return standing.on === null
        ? '同一件公文后来重新出过，请以新的为准。'
        : `同一件公文于${dayText(standing.on)}重新出过，请以新的为准。`
  }
}

function placeText(seq: number, checkpoint: CheckedPaper['checkpoint']): string {
  if (checkpoint === null) return `第${seq}条，等待签署`
  const { size, root } = checkpoint
  const signed = seq <= size ? '在已签署的范围内' : '等待下一次签署'
  return `第${seq}条，${signed}；最近的检查点：${size}条，${root}`
}
