/**
 * Percentages in a text that stand without the people they are of and the interval they may lie in: what no page, paper,
 * sheet or line of a terminal may show of a survey. Source: issue 6 point 5.
 */

const number = String.raw`[+-]?\d+(?:\.\d+)?`
const share = String.raw`\d+(?:\.\d+)?%`

/** How a share is told, and a difference; what is left of percentages after these was told otherwise. */
const told: readonly RegExp[] = [
  new RegExp(`${share}（n=\\d+，95%置信区间 ${share}至${share}）`, 'g'),
  new RegExp(`${share}（n=\\d+，应答者即全体，没有抽样误差）`, 'g'),
  new RegExp(`${share} \\(n=\\d+, 95% interval ${share} to ${share}\\)`, 'g'),
  new RegExp(`${share} \\(n=\\d+, everyone answered: no sampling error\\)`, 'g'),
  new RegExp(`个百分点（95%置信区间 ${number}至${number}）`, 'g'),
  new RegExp(`points apart \\(95% interval ${number} to ${number}\\)`, 'g'),
]

/** No share of anybody: how sure an interval is, in a heading; the end of the scale. */
const noShares: readonly RegExp[] = [
  /95%置信区间(?! ?[+\-\d])/g,
  /95% intervals?(?! [+\-\d])/g,
  /即使升到100%/g,
  /even 100%/g,
]

const percentage =
  /\d+(?:[.,]\d+)?\s*(?:%|％|‰|per ?cent\b)|百分之[一二三四五六七八九十百千零〇点两\d]+/giu

/** Each with a few words before and after it; empty when every one is told with its n and its interval. */
export function bareSharesIn(text: string): readonly string[] {
  const left = [...told, ...noShares].reduce((rest, one) => rest.replaceAll(one, '·'), text)
  return [...left.matchAll(percentage)].map(({ index, 0: found }) =>
    left.slice(Math.max(0, index - 30), index + found.length + 30).replaceAll(/\s+/g, ' '),
  )
}
