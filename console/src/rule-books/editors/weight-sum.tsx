/** What the weights make together: 100 %, or what is missing. */
import { useSay } from '../../words/language.ts'

export function WeightSum({ weights }: Readonly<{ weights: readonly number[] }>) {
  const say = useSay()
  const sum = weights.reduce((all, one) => all + one, 0)
  const is = { zh: `权重合计${sum}%`, en: `Weights: ${sum} %` }
  const off = { zh: `权重合计${sum}%，应为100%`, en: `Weights: ${sum} %, not 100 %` }
  return (
    <p className={sum === 100 ? 'weight-sum' : 'weight-sum weight-off'} aria-live="polite">
      {say(sum === 100 ? is : off)}
    </p>
  )
}
