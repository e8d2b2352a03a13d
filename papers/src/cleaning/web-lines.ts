/**
 * Lines that belong to the web page and not to the paper are cut: 已有0人发表了评论, 责任编辑：…,
 * 版权所有, 上一篇：…, 返回顶部, 扫一扫, 您当前的位置, 浏览次数, 相关推荐, 【点击打开/关闭本页二维码】 …
 * Only whole short lines, so that a sentence which mentions such words stays.
 * Source: design/documents.md §2, rule 8; domain.md §17.5.
 */
import type { Replacement } from './manuscript.ts'

export function webLines(text: string): readonly Replacement[] {
  const replacements: Replacement[] = []
  let at = 0
  while (at <= text.length) {
    const lineEnd = text.indexOf('\n', at)
    const end = lineEnd < 0 ? text.length : lineEnd
    if (end - at <= LONGEST && isWebLine(text.slice(at, end).trim())) {
      replacements.push(lineWithItsBreak(text, at, end, replacements))
    }
    at = end + 1
  }
  return replacements
}

const LONGEST = 120

/** A line goes with the break behind it; the last one with the break before it, if that still stands. */
function lineWithItsBreak(
  text: string,
  at: number,
  end: number,
  before: readonly Replacement[],
): Replacement {
  if (end < text.length) return { at, length: end + 1 - at, after: '' }
  const last = before.at(-1)
  const breakIsGone = last !== undefined && last.at + last.length === at
  const start = at > 0 && !breakIsGone ? at - 1 : at
  return { at: start, length: end - start, after: '' }
}

function isWebLine(line: string): boolean {
  return line !== '' && PATTERNS.some((pattern) => pattern.test(line))
}

const PATTERNS: readonly RegExp[] = [
  /^[（(]?已有 *\d{1,9} *[人位条][^，。；]{0,8}评论[）)]?$/,
  /^[（(【[]?(?:责任编辑|本文编辑|网站编辑)[：: ][^，。；]{0,20}$/,
  /^(?:版权所有(?!权)|Copyright|©|主办单位.{0,30}ICP备|.{0,30}ICP备\d)[^。]{0,100}$/i,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)(?:[：: ].{0,100})?$/,
  /^[【[]?(?:返回顶部|返回首页|返回列表|返回上一页|关闭窗口|打印本页|加入收藏|分享到)[：:】\]]?.{0,16}$/,
  /^扫一扫[^。；]{0,24}$/,
  /^(?:您)?当前(?:的)?位置[：: ].{0,100}$|^您(?:现在)?的位置[：: ].{0,100}$/,
  /^[【[（(]?(?:浏览次数|阅读次数|点击次数|访问量|点击数|阅读量|浏览量)[：: ] *\d{0,9}[次】\]）)]{0,2}$/,
  /^(?:相关推荐|相关阅读|相关文章|相关链接|猜你喜欢|热门推荐)[：:]?$/,
  /^【点击(?:打开|关闭).{0,20}】$/,
  /^[【[]?(?:字体|字号)[：: ].{0,30}$/,
  /^(?:[【[](?:打印|关闭|大|中|小|收藏|分享|字体[：:]?)[】\]] *){1,8}$/,
]
