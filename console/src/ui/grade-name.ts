/** The name of a grade in the language of the page; records keep it as the rule publishes it, in Chinese. */
import { grades } from '@luoshi/domain/verdicts/counting/grades'
import { useSay } from '../words/language.ts'

const known = Object.values(grades)

export function useGradeName(): (grade: string) => string {
  const say = useSay()
  return (grade) => {
    const found = known.find(({ zh }) => zh === grade)
    return found ? say(found) : grade
  }
}
