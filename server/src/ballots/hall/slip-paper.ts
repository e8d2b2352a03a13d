/**
 * Slips as one page to be printed and cut, for whoever makes them on the command line: the name outside, the code inside, and
 * a picture that opens the voter's page with it where the address is known. The page loads nothing.
 * Source: ballot.md §3.1 (slip codes handed out face to face, face down).
 */
import { html, raw } from 'hono/html'
import { renderSVG } from 'uqr'

export type SlipPaper = Readonly<{
  /** What stands inside each slip, above the code. */
  title: string
  /** Four groups of four; null before the manifest is frozen. */
  fingerprint: string | null
  /** Where voters go; null where the code is typed in. */
  vote: string | null
  how: string
  slips: readonly Readonly<{ name: string; code: string }>[]
}>

const style = `
  body { margin: 0; font: 12pt/1.5 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
  main { display: grid; grid-template-columns: 1fr 1fr; }
  section { padding: 4mm; border: 1px dashed #000; break-inside: avoid; }
  h2 { display: flex; justify-content: space-between; margin: 0; padding-bottom: 2mm; border-bottom: 1px dotted #000; font-size: 15pt; }
  h2 small { font-size: 9pt; font-weight: 400; }
  div { display: grid; grid-template-columns: 1fr 30mm; gap: 3mm; padding-top: 3mm; font-size: 9pt; }
  p { margin: 0 0 1mm; }
  code { font: 700 13pt/1.6 monospace; }
  svg { width: 30mm; height: 30mm; }
`

export async function slipPage({
  title,
  fingerprint,
  vote,
  how,
  slips,
}: SlipPaper): Promise<string> {
  const page = html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <title>领票条　${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          ${slips.map(
            ({ name, code }) =>
              html`<section>
                <h2>${name}<small>沿线裁开，对折后交本人，不要代领</small></h2>
                <div>
                  <span>
                    <p>${title}</p>
                    <p><code>${code}</code></p>
                    ${fingerprint === null ? '' : html`<p>票样指纹 ${fingerprint}</p>`}
                    <p>${how}</p>
                  </span>
                  ${vote === null ? '' : raw(pictureOf(vote, code))}
                </div>
              </section>`,
          )}
        </main>
      </body>
    </html>`
  return String(await page)
}

/** Behind the number sign: browsers send it to nobody. */
function pictureOf(vote: string, code: string): string {
  return renderSVG(`${vote}#slip=${encodeURIComponent(code)}`, { ecc: 'M', border: 2 })
}
