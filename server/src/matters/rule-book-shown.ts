/** The rules by which a matter will be judged, in the words in which they were published. */
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { countingRules } from '@luoshi/domain/verdicts/counting/rules'
import { axes } from '@luoshi/domain/verdicts/verdict'
import type { MatterDetail } from '../contract/matters.ts'

export function ruleBookShown({ key, name, settings }: RuleBook): MatterDetail['ruleBook'] {
  const shown = axes.map((axis) => {
    const { rule } = settings.axes.value[axis]
    return { axis, rule: countingRules[rule].name.zh, text: countingRules[rule].text }
  })
  return { key, name, axes: shown }
}
