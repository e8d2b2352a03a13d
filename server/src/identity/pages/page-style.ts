/**
 * The look of the pages before the console: its deep blue, the red line of official papers, the system's own Chinese
 * fonts. Inline, so the page is one request, and named by its hash, so the policy allows these styles and no others.
 */
import { createHash } from 'node:crypto'

const pageStyle = `
:root{--blue:#0b57a8;--deep:#083f7c;--red:#c8161d;--ink:#1a2330;--soft:#5b6878;--line:#c9d2dd;--paper:#fff;--back:#eef2f7}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column;background:var(--back);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","HarmonyOS Sans SC","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",system-ui,sans-serif}
a{color:var(--blue)}
header{background:linear-gradient(120deg,var(--deep),var(--blue));color:#fff;border-bottom:4px solid var(--red)}
header div{max-width:1040px;margin:0 auto;padding:14px 20px;display:flex;align-items:baseline;gap:14px}
header b{font:700 25px/1.2 "Songti SC","STZhongsong","SimSun","Noto Serif CJK SC",serif;letter-spacing:.18em}
header span{flex:1;opacity:.9;font-size:14px}
header a{color:#fff;font-size:14px;padding:8px 0}
main{flex:1;width:100%;max-width:1040px;margin:0 auto;padding:36px 20px;display:flex;gap:56px;align-items:center;justify-content:center}
.say{flex:1;max-width:430px}
.say h2{margin:0 0 14px;font:700 30px/1.45 "Songti SC","STZhongsong","SimSun","Noto Serif CJK SC",serif;color:var(--deep)}
.say h2:after{content:"";display:block;width:56px;height:3px;margin-top:14px;background:var(--red)}
.say p{margin:0;color:var(--soft)}
.card{width:100%;max-width:400px;background:var(--paper);border-radius:10px;padding:28px 30px 30px;box-shadow:0 1px 2px #0b2a4d1f,0 12px 32px #0b2a4d1f}
.wide{max-width:680px}
h1{margin:0 0 4px;font-size:22px;line-height:1.35}
.lead{margin:0 0 18px;color:var(--soft);font-size:14px}
fieldset{border:0;border-top:1px solid var(--line);margin:22px 0 0;padding:16px 0 0}
legend{float:left;width:100%;font-weight:600;margin-bottom:8px;padding:0}
legend+*{clear:both}
.said{margin:0 0 14px;padding:12px 14px;border-left:4px solid var(--line);background:var(--back);white-space:pre-wrap;border-radius:4px}
.code{margin:18px 0;font:700 24px/1.3 ui-monospace,Consolas,monospace;letter-spacing:.06em;text-align:center}
dl.facts{margin:14px 0;display:grid;grid-template-columns:max-content 1fr;gap:8px 16px;font-size:15px}
dl.facts dt{color:var(--soft)}
dl.facts dd{margin:0;overflow-wrap:anywhere}
.choice{font-weight:400;font-size:16px;padding:8px 0;margin:0}
.choice input{width:auto;min-height:0;margin-right:10px}
label{display:block;margin:14px 0 4px;font-weight:600;font-size:14px}
input,select,textarea{width:100%;min-height:44px;padding:8px 12px;font:inherit;color:inherit;background:var(--paper);border:1px solid #8896a6;border-radius:6px}
input:focus,select:focus,button:focus-visible,a:focus-visible{outline:3px solid #6ea8e6;outline-offset:1px;border-color:var(--blue)}
input[aria-invalid=true],select[aria-invalid=true]{border-color:var(--red);box-shadow:inset 3px 0 var(--red)}
.hint{margin:4px 0 0;color:var(--soft);font-size:13px}
.bad{margin:5px 0 0;color:#a80f16;font-size:14px}
.alert{margin:0 0 6px;padding:10px 14px;border-left:4px solid var(--red);background:#fdeeee;color:#7d0d12;border-radius:4px;font-size:15px}
.note{margin:0 0 6px;padding:10px 14px;border-left:4px solid var(--blue);background:#e9f2fc;border-radius:4px;font-size:15px}
button{width:100%;min-height:46px;margin-top:22px;border:0;border-radius:6px;background:var(--blue);color:#fff;font:inherit;font-weight:600;cursor:pointer}
button:hover{background:var(--deep)}
.foot{margin:16px 0 0;color:var(--soft);font-size:13px}
.key{margin:10px 0;padding:14px 16px;border:1px solid var(--line);border-top:3px solid var(--red);border-radius:6px;background:#fafcfe}
.key p{margin:0;font-size:13px;color:var(--soft)}
.key strong{display:block;margin:6px 0;font:600 20px/1.5 ui-monospace,Consolas,"Courier New",monospace;letter-spacing:.04em;overflow-wrap:anywhere}
.key code{font:12px/1.5 ui-monospace,Consolas,monospace;overflow-wrap:anywhere}
[hidden]{display:none!important}
h2.part,.part h2{margin:0;font-size:17px}
h2.part{margin-top:18px}
.part{border-top:1px solid var(--line);margin-top:20px;padding-top:16px}
.back{margin:0 0 10px;font-size:14px}
.qr{width:200px;margin:10px auto;background:#fff;padding:6px;border:1px solid var(--line);border-radius:6px}
.qr svg{display:block;width:100%;height:auto}
.secret{margin:4px 0;padding:8px 12px;background:var(--back);border-radius:4px;text-align:center;overflow-wrap:anywhere}
.secret code,.codes code{font:600 15px/1.7 ui-monospace,Consolas,monospace;letter-spacing:.03em}
.codes{padding-left:30px;margin:8px 0}
.second{background:transparent;color:var(--blue);border:1px solid var(--blue)}
.second:hover{background:var(--back);color:var(--blue)}
.small{width:auto;min-height:36px;margin:0;padding:4px 16px;background:transparent;color:#a80f16;border:1px solid #a80f16}
.small:hover{background:#fdeeee}
a.button{display:block;padding:11px;border-radius:6px;background:var(--blue);color:#fff;text-align:center;text-decoration:none;font-weight:600}
a.second{background:transparent;color:var(--blue);border:1px solid var(--blue);padding:10px}
.other-way{margin:12px 0 0}
.mark{display:inline-block;margin-left:6px;padding:0 8px;border-radius:10px;background:var(--back);color:var(--soft);font-size:12px;font-weight:400;line-height:20px;vertical-align:2px}
.mark.on{background:#e3f3e6;color:#14602a}
summary{cursor:pointer;color:var(--blue);padding:8px 0;font-size:15px}
.lines{list-style:none;margin:8px 0 0;padding:0}
.lines li{padding:10px 0;border-bottom:1px solid var(--line)}
.lines li .hint{display:block}
.session{display:flex;gap:12px;align-items:center}
.session div{flex:1}
.or{margin:18px 0 0;padding-top:16px;border-top:1px solid var(--line)}
footer{padding:14px 20px 22px;text-align:center;color:var(--soft);font-size:13px}
@media(max-width:800px){main{flex-direction:column;gap:22px;align-items:stretch;padding:20px 14px}.say{max-width:none}.say h2{font-size:21px;margin:0}.say h2:after{margin-top:8px}.say p{display:none}.card{max-width:none;padding:22px 18px 24px}}
@media(prefers-color-scheme:dark){:root{--ink:#e6ebf2;--soft:#a3afbf;--line:#3a4656;--paper:#18202b;--back:#0f151d;--deep:#7db4f0}a{color:#8cc0f7}header{background:#0a2f5a}.key{background:#121a24}.alert{background:#3a1719;color:#ffc9cb}.bad{color:#ff9a9e}.note{background:#12283f}.mark.on{background:#123a1d;color:#a8e0b5}.second,summary{color:#8cc0f7;border-color:#8cc0f7}.small{color:#ff9a9e;border-color:#ff9a9e}button:hover{background:#1c6cc2}}
@media print{header a,.say,form>:not(.print),footer,.lead{display:none}.print>:not(.key){display:none}body,.key{background:#fff;color:#000}.card{box-shadow:none}}
`

/** Whole, because one space more inside it would be another hash. */
export const styleElement = `<style>${pageStyle}</style>`

const styleHash = createHash('sha256').update(pageStyle).digest('base64')

const strict = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
]

/** No script at all, no frame around us, forms to ourselves only. */
export const pagePolicy = strict.join('; ')

/** One file of ours and its questions to ourselves, for passkeys; still nothing inline. */
export const scriptedPagePolicy = [...strict, "script-src 'self'", "connect-src 'self'"].join('; ')
