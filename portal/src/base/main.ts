/** The size of the type changes at once; without this script the same form does it with a reload. */
import './base.css'

const form = document.querySelector<HTMLFormElement>('form.sizes')
const buttons = [...(form?.querySelectorAll('button') ?? [])]

form?.addEventListener('click', (event) => {
  const pressed = buttons.find((one) => event.target instanceof Node && one.contains(event.target))
  if (!pressed) return
  event.preventDefault()
  document.documentElement.dataset['look'] = pressed.value
  for (const one of buttons) one.setAttribute('aria-pressed', String(one === pressed))
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `look=${pressed.value}; Path=/; Max-Age=31536000; SameSite=Lax${secure}`
})
