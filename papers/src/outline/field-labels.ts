/** The words that name a field of an opinion: 责任单位：… 整改时限：… (documents.md §3, "Fields"). */

export const fieldKinds = [
  'unit',
  'co',
  'person',
  'due',
  'measure',
  'goal',
  'progress',
  'content',
] as const

export type FieldKind = (typeof fieldKinds)[number]

const body = '(?:单位|部门|科室|股室|处室|乡镇|主体)'

const labelOf: Readonly<Record<FieldKind, string>> = {
  unit: `(?:责任|牵头|牵头整改|牵头责任|承办|主办|主责|整改|整改责任|办理|落实)${body}`,
  co: `(?:配合|协办|参与|协助|责任配合)${body}`,
  person:
    '(?:整改)?(?:第一)?(?:责任人|责任人员|责任领导|分管领导|牵头领导|包抓领导|具体负责人|联系人)',
  due: '(?:整改|完成|办理|办结|整改完成|落实|限期)?(?:时限|期限|时限要求|完成时间|完成日期)|整改时间|办结时间',
  measure: '(?:主要|具体|整改|改进|解决|工作|办理)?措施(?:及办法)?|整改举措|整改办法',
  goal: '(?:整改|工作|完成|预期)目标',
  progress: '(?:整改|推进|工作|办理|落实|目前)?进展(?:情况)?|推进情况|完成情况|整改情况|落实情况',
  content:
    '(?:存在|主要|具体|反映)(?:的)?(?:问题|不足)|问题描述|具体内容|问题表现|具体表现|意见建议|意见内容|建议内容|问题|意见|建议',
}

const anyLabel = fieldKinds.map((kind) => `(?<${kind}>${labelOf[kind]})`).join('|')

/** A label with its colon, at the start or after a stop, a blank or a bracket; a number may stand before it. */
const labelled = new RegExp(
  `(?<=^|[\\s。；;，,！？（(【\\[])【?(?:\\d{1,2}[.、．])?(?:${anyLabel})】?(?:[：:]|(?<=】))`,
  'gu',
)

export type FieldLabel = Readonly<{ kind: FieldKind; from: number; to: number }>

export function fieldLabelsIn(text: string): readonly FieldLabel[] {
  if (!/[：:】]/.test(text)) return []
  return [...text.matchAll(labelled)].flatMap((match) => {
    const kind = fieldKinds.find((one) => match.groups?.[one] !== undefined)
    return kind === undefined
      ? []
      : [{ kind, from: match.index, to: match.index + match[0].length }]
  })
}

/** The field that a paragraph begins with the name of. */
export function leadingField(text: string): FieldKind | undefined {
  return fieldLabelsIn(text.slice(0, 24)).find((label) => label.from === 0)?.kind
}
