/** Copies a text and says so; on pages without a secure context it selects the text by the old way. */
import { App, Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.ts'

export function CopyButton({ text, children }: Readonly<{ text: string; children: ReactNode }>) {
  const { accounts } = useWords()
  const { message } = App.useApp()
  const copy = async () => {
    await copyText(text)
    void message.success(accounts.copied)
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      {children}
    </Button>
  )
}

async function copyText(text: string): Promise<void> {
  if (window.isSecureContext) return navigator.clipboard.writeText(text)
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
