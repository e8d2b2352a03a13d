/**
 * The only script of the pages before the console: it hands a passkey's challenge to the browser and its answer back.
 * Plain ECMAScript for old browsers too, served from our own address: the policy of the page allows nothing else.
 */
export const passkeyScript = `(() => {
'use strict'
if (!window.PublicKeyCredential || !navigator.credentials) return
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0))
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
const post = async (path, body) => {
  const answer = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const said = await answer.json()
  if (answer.ok) return said
  const words = document.documentElement.lang.startsWith('zh') ? said.zh : said.en
  throw new Error(words.what + words.fix)
}
const withBytes = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }))
const come = async (place) => {
  const options = await post('/sign-in/passkey/options', {})
  const key = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) } })
  const { clientDataJSON, authenticatorData, signature, userHandle } = key.response
  const response = { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: userHandle ? text(userHandle) : '' }
  const shown = { id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: {}, response }
  const { go } = await post('/sign-in/passkey', { response: shown, next: place.dataset.next, lang: place.dataset.lang })
  location.assign(go)
}
const add = async (place) => {
  const [name, present] = ['name', 'present'].map((one) => { const field = place.querySelector('[name=' + one + ']'); return field ? field.value : '' })
  const csrf = place.dataset.csrf
  const options = await post('/account/passkeys/options', { csrf, present })
  const key = await navigator.credentials.create({ publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: withBytes(options.excludeCredentials) } })
  const { clientDataJSON, attestationObject } = key.response
  const transports = key.response.getTransports ? key.response.getTransports() : []
  const response = { clientDataJSON: text(clientDataJSON), attestationObject: text(attestationObject), transports }
  const made = { id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: {}, response }
  const { go } = await post('/account/passkeys', { csrf, name, response: made })
  location.assign(go)
}
for (const place of document.querySelectorAll('[data-passkey]')) {
  place.hidden = false
  const button = place.querySelector('button')
  const bad = place.querySelector('.bad')
  button.addEventListener('click', async () => {
    button.disabled = true
    bad.hidden = true
    try {
      await (place.dataset.passkey === 'in' ? come(place) : add(place))
    } catch (failure) {
      const quiet = failure.name === 'NotAllowedError' || failure.name === 'AbortError'
      bad.textContent = quiet ? place.dataset.quiet || '' : failure.message
      bad.hidden = bad.textContent === ''
    }
    button.disabled = false
  })
}
})()
`
