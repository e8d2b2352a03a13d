/** Starts the console: words first, then the frame. */
import './shell/old-browsers.ts'
import './theme/base.css'
import './theme/frame.css'
import './theme/parts.css'
import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { rememberedLanguage, speak } from './words/language.ts'

async function start(): Promise<void> {
  await speak(rememberedLanguage())
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root).render(<App />)
}

void start()
