/** Leads to the comparison, with this book on the right: what was before stands on the left. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../words/language.ts'

export function CompareButton({ book }: Readonly<{ book?: string }>) {
  const { ruleBooks: words } = useWords()
  const navigate = useNavigate()
  const search = book === undefined ? {} : { b: book }
  return (
    <Button onClick={() => void navigate({ to: '/rule-books/compare', search })}>
      {words.compare}
    </Button>
  )
}
