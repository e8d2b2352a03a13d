/** Leads to the comparison, with this book on the left. */
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../words/language.ts'

export function CompareButton({ left }: Readonly<{ left?: string }>) {
  const { ruleBooks: words } = useWords()
  const navigate = useNavigate()
  const search = left === undefined ? {} : { a: left }
  return (
    <Button onClick={() => void navigate({ to: '/rule-books/compare', search })}>
      {words.compare}
    </Button>
  )
}
