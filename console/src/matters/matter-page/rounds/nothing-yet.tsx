import { useWords } from '../../../words/language.ts'

/** An empty cell says so. */
export function NothingYet() {
  const { rounds } = useWords().matterPage
  return <span className="quiet nothing-yet">{rounds.notYet}</span>
}
