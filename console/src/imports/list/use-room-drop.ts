/** Files dropped anywhere in the room, and files or text pasted anywhere outside a field. Answers whether a file hangs over the page. */
import { useEffect, useState } from 'react'
import { pastedFrom, type Pasted } from './pasted.ts'

type Taking = Readonly<{
  onFiles: (files: readonly File[]) => void
  onText: (pasted: Pasted) => void
}>

export function useRoomDrop({ onFiles, onText }: Taking): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!hasFiles(event)) return
      event.preventDefault()
      onFiles([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      if (isField(event.target) || document.querySelector('[role=dialog]') !== null) return
      const files = [...(event.clipboardData?.files ?? [])]
      const pasted = pastedFrom(event.clipboardData)
      // Word puts a picture of the text beside the text itself.
      if (pasted.text.trim() !== '') onText(pasted)
      else if (files.length > 0) onFiles(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [onFiles, onText])
  return isOver
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]')
}
