/** The title of a numbered paragraph: its words up to the first 。 or ： if they are at most 40 characters. */

const longest = 40

export function titleOf(words: string): string {
  const stop = /[。：:]/.exec(words)
  const title = stop === null ? words : words.slice(0, stop.index)
  return [...title].length <= longest ? title.trim().replace(/[；;，,]$/, '') : ''
}
