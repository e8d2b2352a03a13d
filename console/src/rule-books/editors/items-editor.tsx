/** The items asked besides the overall question, and what each weighs where the grade comes from them. */
import {
  itemPresets,
  mostItems,
  type OfficialBallot,
} from '@luoshi/domain/rule-books/official-ballot'
import { Button, Checkbox, InputNumber, Select } from 'antd'
import { Field } from '../../ui/field.tsx'
import { useSay, useWords } from '../../words/language.ts'
import { WeightSum } from './weight-sum.tsx'

const own = {
  weigh: {
    zh: '按分项权重得出等次（总体评价照样填写，只作对照）',
    en: 'The grade comes from the items by their weights (the overall question stands beside)',
  },
  weightOf: (item: string) => ({ zh: `“${item}”的权重`, en: `Weight of “${item}”` }),
}

export function ItemsEditor({
  value,
  onChange,
}: Readonly<{ value: OfficialBallot; onChange: (next: OfficialBallot) => void }>) {
  const { ruleBooks: words } = useWords()
  const say = useSay()
  const { items = [], itemWeights, ...plain } = value
  const weights = items.map((_, at) => itemWeights?.[at] ?? 0)
  const withItems = (next: readonly string[], of: readonly number[] | undefined) =>
    onChange({ ...plain, items: next, ...(of && next.length > 0 ? { itemWeights: of } : {}) })
  /** An item that stays keeps its weight. */
  const change = (next: readonly string[]) =>
    withItems(next, itemWeights && next.map((item) => weights[items.indexOf(item)] ?? 0))
  return (
    <>
      <Field label={words.items} hint={words.itemsHint}>
        {(parts) => (
          <Select<string[]>
            {...parts}
            mode="tags"
            tokenSeparators={['、', '，', ',', '；', '\n']}
            maxCount={mostItems}
            value={[...items]}
            onChange={(next) => change(next.map((one) => one.trim()).filter(Boolean))}
            options={itemPresets.flatMap((preset) => preset.items.map((one) => ({ value: one })))}
          />
        )}
      </Field>
      <p className="editor-presets">
        {itemPresets.map((preset) => (
          <Button
            key={preset.items[0]}
            size="small"
            onClick={() => withItems(preset.items, itemWeights && preset.weights)}
          >
            {preset.items.join('、')}
          </Button>
        ))}
      </p>
      {items.length > 0 && (
        <Checkbox
          checked={itemWeights !== undefined}
          onChange={({ target }) =>
            withItems(items, target.checked ? firstWeights(items) : undefined)
          }
        >
          {say(own.weigh)}
        </Checkbox>
      )}
      {itemWeights && (
        <div className="field-row">
          {items.map((item, at) => (
            <Field key={item} label={say(own.weightOf(item))}>
              {(parts) => (
                <InputNumber
                  {...parts}
                  min={0}
                  max={100}
                  precision={0}
                  suffix="%"
                  value={weights[at] ?? 0}
                  onChange={(next) =>
                    withItems(
                      items,
                      weights.map((one, place) => (place === at ? (next ?? 0) : one)),
                    )
                  }
                />
              )}
            </Field>
          ))}
          <WeightSum weights={weights} />
        </div>
      )}
    </>
  )
}

/** Those that were found for these very items; else alike, the first with what is left over. */
function firstWeights(items: readonly string[]): readonly number[] {
  const preset = itemPresets.find((one) => one.items.join() === items.join())
  if (preset) return preset.weights
  const each = Math.floor(100 / items.length)
  return items.map((_, at) => (at === 0 ? 100 - each * (items.length - 1) : each))
}
