/** Where documents come in: dropped, chosen or pasted. What can be read is said before anything is sent. */
import { Button } from 'antd'
import { useRef } from 'react'
import { useNarrowScreen } from '../../ui/use-narrow-screen.ts'
import { useWords } from '../../words/language.ts'

const readable = '.docx,.xlsx,.pdf,.txt,.md,.csv,.html,.htm'

export function DropPlace({
  isOver,
  onFiles,
  onPaste,
}: Readonly<{
  isOver: boolean
  onFiles: (files: readonly File[]) => void
  onPaste: () => void
}>) {
  const { imports: words } = useWords()
  const isNarrow = useNarrowScreen()
  const input = useRef<HTMLInputElement>(null)
  return (
    <section className={isOver ? 'drop-place is-over' : 'drop-place'} aria-label={words.choose}>
      <svg viewBox="0 0 64 48" width="64" height="48" aria-hidden="true">
        <path
          d="M14 4h24l12 12v28H14zM38 4v12h12M22 22h20M22 29h20M22 36h12"
          fill="#fff"
          stroke="currentColor"
          strokeWidth="1.8"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        <circle cx="50" cy="36" r="10" fill="currentColor" />
        <path d="M50 30v10m-4-4l4 4 4-4" fill="none" stroke="#fff" strokeWidth="2" />
      </svg>
      <div className="drop-words">
        <p className="drop-title">
          {isOver ? words.dropNow : isNarrow ? words.dropNarrow : words.drop}
        </p>
        <p>{words.limits}</p>
        <p className="quiet">{words.limitsOther}</p>
        <p className="quiet drop-paste-hint">{words.pasteHint}</p>
      </div>
      <div className="drop-buttons">
        <Button type="primary" size="large" onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <Button size="large" onClick={onPaste}>
          {words.pasteButton}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={readable}
          className="sr-only"
          tabIndex={-1}
          aria-label={words.choose}
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </div>
    </section>
  )
}
