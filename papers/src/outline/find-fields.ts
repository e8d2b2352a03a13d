/** Takes the labelled fields out of a paragraph: what is left are the words of the opinion itself. */
import { type FieldKind, type FieldLabel, fieldLabelsIn } from './field-labels.ts'

export type Field = Readonly<{ kind: FieldKind; words: string }>

export type Fielded = Readonly<{
  /** The words before the first field, and those of a 存在问题：. */
  text: string
  fields: readonly Field[]
}>

export function fieldsIn(paragraph: string): Fielded {
  const labels = fieldLabelsIn(paragraph)
  const first = labels[0]
  if (first === undefined) return { text: paragraph, fields: [] }
  const texts = [paragraph.slice(0, first.from)]
  const fields: Field[] = []
  for (const [place, label] of labels.entries()) {
    const raw = paragraph.slice(label.to, labels[place + 1]?.from)
    const [words, rest] = label.kind === 'content' ? [raw, ''] : closedBracket(raw)
    if (label.kind === 'content') texts.push(words)
    else fields.push({ kind: label.kind, words: tidy(label.kind, words) })
    texts.push(rest)
  }
  if (fields.length === 0) return { text: withoutLeadingLabel(paragraph, first), fields: [] }
  return { text: texts.map((one) => one.replace(/[（(【[]\s*$/, '').trim()).join(''), fields }
}

/** 存在问题：缺水 says 缺水; further 问题： inside the words belong to them. */
function withoutLeadingLabel(paragraph: string, { from, to }: FieldLabel): string {
  const rest = paragraph.slice(to).trim()
  return from === 0 && rest !== '' ? rest : paragraph
}

/** （责任单位：县水利局）其余： the value ends where the bracket around the field does. */
function closedBracket(raw: string): readonly [string, string] {
  let depth = 0
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw.charAt(at)
    if (sign === '（' || sign === '(') depth += 1
    if (sign !== '）' && sign !== ')' && sign !== '】') continue
    depth -= 1
    if (depth < 0) return [raw.slice(0, at), raw.slice(at + 1).replace(/^[。；，]/, '')]
  }
  return [raw, '']
}

function tidy(kind: FieldKind, words: string): string {
  const trimmed = words.trim()
  return kind === 'measure' || kind === 'goal' || kind === 'progress'
    ? trimmed.replace(/[；;，,]$/, '')
    : trimmed.replace(/[。；;，,、]+$/, '')
}
