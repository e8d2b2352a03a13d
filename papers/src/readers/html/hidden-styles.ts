/** Which elements of a page nobody sees: by their own style, or by a class that the page's style sheet hides. */

const hiding =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))/i

export function hidesItself(style: string): boolean {
  return hiding.test(style)
}

/**
 * Classes that are hidden wherever they stand: `.x{…}` and `p.x{…}` at the top of a style sheet. Rules inside @media
 * hold for printers and small screens, and longer selectors for some places only, so they are left alone.
 */
export function hiddenClasses(css: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { selectors, body } of topRules(css.replaceAll(/<!--|-->/g, ''))) {
    if (!hiding.test(body)) continue
    for (const selector of selectors.split(',')) {
      const name = /^(?:[a-z][a-z0-9]*)?\.([\w-]+)$/i.exec(selector.trim())?.[1]
      if (name !== undefined) found.add(name)
    }
  }
  return found
}

type Rule = Readonly<{ selectors: string; body: string }>

function topRules(css: string): readonly Rule[] {
  const rules: Rule[] = []
  let depth = 0
  let from = 0
  let selectors = ''
  for (let at = 0; at < css.length; at += 1) {
    const sign = css.charAt(at)
    if (sign === '{') {
      if (depth === 0) selectors = css.slice(from, at)
      depth += 1
      if (depth === 1) from = at + 1
    } else if (sign === '}') {
      if (depth === 1 && !selectors.trimStart().startsWith('@'))
        rules.push({ selectors: withoutComments(selectors), body: css.slice(from, at) })
      depth = Math.max(0, depth - 1)
      if (depth === 0) from = at + 1
    }
  }
  return rules
}

function withoutComments(selectors: string): string {
  const end = selectors.lastIndexOf('*/')
  return end < 0 ? selectors : selectors.slice(end + 2)
}
