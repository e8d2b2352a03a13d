/** Opens the voter's page, once the browser has what it needs. Source: ballot.md 7.2 (what WebCrypto must offer). */
import { noStorage, insecure, otherWindow, tooOld } from './early-screens.ts'
import { openPage } from './page.ts'
import { slipCodes } from './slip-link.ts'
import { stageIn } from './stage.ts'
import { openVault, type Vault } from './vault.ts'
import { chosenWords, languageLink } from './language.ts'
import './ballots.css'

const root = document.getElementById('vote')
if (root) void open(root)

async function open(root: HTMLElement): Promise<void> {
  const ballot = root.dataset['ballot'] ?? ''
  const codes = slipCodes()
  const tablet = new URLSearchParams(location.search).has('tablet')
  const { words, english } = await chosenWords()
  languageLink(words)
  const stage = stageIn(root)
  const plain = (key: string, node: Node) => stage.show(key, () => ({ node }))
  if (!isSecureContext) return plain('insecure', insecure(words))
  if (!canCompute()) return plain('old', tooOld(words))
  const vault = await openVault(ballot).catch(() => null)
  if (vault === null) return plain('storage', noStorage(words))
  const begin = () => openPage({ ballot, tablet, codes, words, english, vault, stage })
  if (await vault.hold(false)) return begin()
  const force = await freed(vault, (takeOver) => plain('elsewhere', otherWindow(words, takeOver)))
  if (force) await vault.hold(true)
  begin()
}

/** Until the other window is gone, or the person says that it is. */
function freed(vault: Vault, say: (takeOver: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const look = async () => {
      if (await vault.hold(false)) done(false)
    }
    const timer = setInterval(() => void look(), 2_000)
    const done = (force: boolean) => {
      clearInterval(timer)
      resolve(force)
    }
    say(() => done(true))
  })
}

function canCompute(): boolean {
  return typeof crypto === 'object' && 'subtle' in crypto && typeof BigInt === 'function'
}
