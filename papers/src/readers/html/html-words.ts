/** The words of one paragraph of a web page as they come in, with the blanks that a browser would fold away. */

export class HtmlWords {
  #lines = ['']

  get isEmpty(): boolean {
    return this.#lines.every((line) => line === '')
  }

  add(text: string): void {
    this.#lines.push((this.#lines.pop() ?? '') + text)
  }

  /** Text of a `pre`, whose line ends and blanks count. */
  addAsWritten(text: string): void {
    const [first = '', ...more] = text.split(/\r\n?|\n/)
    this.add(kept(first))
    for (const line of more) {
      this.breakLine()
      this.add(kept(line))
    }
  }

  breakLine(): void {
    this.#lines.push('')
  }

  take(): string {
    const lines = this.#lines
    this.#lines = ['']
    return lines.map(folded).join('\n')
  }
}

function kept(text: string): string {
  return text.replaceAll(/[ \t]/g, '\u00a0')
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]/

/** Word breaks the lines of its HTML anywhere: between two Chinese characters such a break is nothing. */
function folded(line: string): string {
  const from = line.search(/[^ \t\r\n\f]/)
  let to = line.length
  while (to > 0 && /[ \t\r\n\f]/.test(line.charAt(to - 1))) to -= 1
  const trimmed = from < 0 ? '' : line.slice(from, to)
  return trimmed.replaceAll(/[ \t\r\n\f]+/g, (blanks: string, at: number) => {
    const isBroken = /[\r\n]/.test(blanks)
    const between =
      wide.test(trimmed.charAt(at - 1)) && wide.test(trimmed.charAt(at + blanks.length))
    return isBroken && between ? '' : ' '
  })
}
