/** Somebody else changed the record while it was being written: says so, and asks which of the two is to stand. */
import { Button } from 'antd'
import { useSay } from '../words/language.ts'
import './moved-note.css'

const own = {
  title: { zh: '您填写期间，别人更新了这份内容', en: 'Somebody else changed this meanwhile' },
  fix: {
    zh: '您填的都还在，没有并入对方的改动。请先看看对方改了什么：保留您填的再提交，就以您的为准。',
    en: 'What you typed is still here, without their change. Look at it first: if you keep yours and send it, yours will stand.',
  },
  look: { zh: '另开窗口看最新内容', en: 'See the newest in another window' },
  keep: { zh: '保留我填的', en: 'Keep mine' },
  take: { zh: '改用最新内容，放弃我填的', en: 'Take the newest and give up mine' },
}

export function MovedNote({
  onKeep,
  onTake,
}: Readonly<{
  onKeep: () => void
  /** Absent: by closing the form and opening it again. */
  onTake?: () => void
}>) {
  const say = useSay()
  return (
    <div className="overtaken-note moved-note" role="alert">
      <p className="overtaken-title">{say(own.title)}</p>
      <p>{say(own.fix)}</p>
      <p className="moved-ways">
        <Button size="small" type="primary" onClick={onKeep}>
          {say(own.keep)}
        </Button>
        {onTake && (
          <Button size="small" onClick={onTake}>
            {say(own.take)}
          </Button>
        )}
        <a href={window.location.href} target="_blank" rel="noreferrer">
          {say(own.look)}
        </a>
      </p>
    </div>
  )
}
