/**
 * Somebody was faster with the record that a dialog acts on, and the page has read it anew: pressing again goes through. So it is said
 * what pressing again does, and where the newest can be seen. Who it was, and what they wrote, the page of the record tells.
 */
import { useSay } from '../words/language.ts'

const own = {
  again: (action: string) => ({
    zh: `您填的都还在。再按“${action}”，就接在对方后面照您填的记；对方改过的同一处，以您的为准。按之前请先看看对方改了什么。`,
    en: `What you typed is still here. Pressing “${action}” again puts it on record after theirs; where both are about the same, yours will stand. Look at what they changed first.`,
  }),
  look: { zh: '另开窗口看最新内容', en: 'See the newest in another window' },
}

export function OvertakenNote({ action }: Readonly<{ action: string }>) {
  const say = useSay()
  return (
    <div className="overtaken-note" role="alert">
      <p>{say(own.again(action))}</p>
      <a href={window.location.href} target="_blank" rel="noreferrer">
        {say(own.look)}
      </a>
    </div>
  )
}
