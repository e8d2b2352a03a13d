/**
 * Words that hacked pages carry inside titles are flagged, never cut: a paper may have to name them.
 * Source: design/documents.md §2, rule 8.
 */
import type { Remark } from './manuscript.ts'

export function flagSpamWords(text: string): readonly Remark[] {
  return Array.from(text.matchAll(SPAM), (match) => ({
    kind: 'spam',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const SPAM =
  /威廉希尔|无码|澳门新?葡京|皇冠(?:体育|足球)|六合彩|时时彩|北京赛车pk10|真人(?:娱乐|百家乐)|百家乐|博彩网|棋牌游戏|在线观看|成人(?:视频|电影)|代开发票|办证刻章/gi
