/** 县水利局、县财政局 → two units. The words of a unit never hold a 、 themselves. */

export function splitUnits(words: string): readonly string[] {
  const units = words
    .split(
      /[、，,；;/\n]|\s{1,}(?=\p{Script=Han})|(?<=局|委|办|院|府|厅|处|站|中心)(?:和|及|以及)(?=\p{Script=Han})/u,
    )
    .map((unit) => unit.trim().replace(/[。.]$/, ''))
    .filter((unit) => unit !== '')
  return [...new Set(units)]
}

const unitName =
  '[县市区省乡镇]?[\\p{Script=Han}]{1,14}?(?:人民政府|政府|局|委员会|委|办公室|办|法院|检察院|中心|厅|乡|镇|街道)'
const led = new RegExp(`由(${unitName}(?:、${unitName}){0,5})(?:牵头|负责|主办|承办)`, 'u')
const urged = new RegExp(
  `(?<=^|[。；，])(?:建议|请)(${unitName}(?:、${unitName}){0,5})(?:要|应|应当|尽快|会同|加强|加快|进一步|认真|切实|研究|及时|牵头|立即|抓紧|督促|组织|制定|完善|落实|整改|解决|公开|公示|说明|在|于|对|把|将|(?=\\d{1,4}[年月日天个]|[今明后]年|年底|月底))`,
  'u',
)
/** 县财政局应当在……: a whole sentence, and an office that can only be one. */
const officeName =
  '(?:[县市区省州](?:[\\p{Script=Han}]{1,12}?)(?:局|委员会|政府|办公室|编办|法院|检察院|中心)|[\\p{Script=Han}]{2,8}?局)'
const ordered = new RegExp(
  `(?<=^|[。；，])(?!各|有关|相关|有的|部分|个别|该|我|本|其|全)(${officeName}(?:、${officeName}){0,5})(?:要|应当|应|须|必须)(?:在|于|尽快|认真|切实|会同|对|把|将|进一步|按|依法|督促|组织|加强|加快)`,
  'u',
)

/** A unit named in running words: 由县水利局牵头, 建议县教育局尽快…… Somebody has to confirm it. */
export function unitsWithin(text: string): readonly string[] {
  const match = led.exec(text) ?? urged.exec(text) ?? ordered.exec(text)
  return match?.[1] === undefined ? [] : splitUnits(match[1])
}

const heading = new RegExp(
  `^(?:对|关于|针对)?([县市区省][\\p{Script=Han}]{1,12}(?:局|委|办|院|政府|中心|公司)|[\\p{Script=Han}]{1,8}(?:镇|乡|街道)人民政府)(?:的?(?:评议|整改)?(?:意见建议|意见|建议|问题)|方面)?[：:]?$`,
  'u',
)

/** The unit that a heading addresses: 对县医保局的意见, 县水利局： */
export function unitOfHeading(title: string): string | undefined {
  return heading.exec(title)?.[1]
}
