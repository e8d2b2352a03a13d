/** The book as the file that `luoshi rulebook check` takes. */
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { Button } from 'antd'
import { saveJson } from '../ui/save-json.ts'
import { useWords } from '../words/language.ts'

export function DownloadBook({ book }: Readonly<{ book: RuleBook }>) {
  const { ruleBooks: words } = useWords()
  return <Button onClick={() => saveJson(`${book.name}.json`, book)}>{words.download}</Button>
}
