/** Which round brackets belong together, line by line; one without a partner stands alone. */
export function bracketPairs(text: string): readonly (readonly number[])[] {
  const pairs: number[][] = []
  let waiting: number[][] = []
  for (const match of text.matchAll(/[()（）\n]/g)) {
    const at = match.index
    if (match[0] === '\n') waiting = []
    else if (match[0] === '(' || match[0] === '（') {
      const opened = [at]
      waiting.push(opened)
      pairs.push(opened)
    } else {
      const opened = waiting.pop()
      if (opened === undefined) pairs.push([at])
      else opened.push(at)
    }
  }
  return pairs
}
