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
  const takeOver = async (one: Vault) => {
    await one.hold(true)
    begin()
  }
  plain(
    'elsewhere',
    otherWindow(words, () => void takeOver(vault)),
  )
}

function canCompute(): boolean {
  return typeof crypto === 'object' && 'subtle' in crypto && typeof BigInt === 'function'
}
