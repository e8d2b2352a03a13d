/**
 * What somebody wrote, without the numbers by which a person is found: telephone, identity card, bank card, mail address,
 * number plate. What was taken out is named in its place; the original stays where it is kept and is not passed on.
 * Source: issue 6 point 7 (personal data masked); PIPL art. 6 (no more than the purpose needs).
 */
export const personalKinds = ['idCard', 'bankCard', 'phone', 'mail', 'plate'] as const

export type PersonalKind = (typeof personalKinds)[number]

export const personalLabels: Readonly<Record<PersonalKind, Readonly<{ zh: string; en: string }>>> =
  {
    idCard: { zh: '身份证号', en: 'identity number' },
    bankCard: { zh: '卡号', en: 'card number' },
    phone: { zh: '电话号码', en: 'telephone number' },
    mail: { zh: '邮箱', en: 'mail address' },
    plate: { zh: '车牌号', en: 'number plate' },
  }

/** In this order: an identity number contains what looks like a telephone number. */
const patterns: Readonly<Record<PersonalKind, RegExp>> = {
  idCard: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  bankCard: /(?<!\d)(?:\d[ -]?){15,18}\d(?!\d)/g,
  phone:
    /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[ -]\d{7,8}(?!\d)/g,
  mail: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  plate:
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][·•]?[A-HJ-NP-Z0-9]{5,6}(?![A-Z0-9])/g,
}

export type Masked = Readonly<{ text: string; found: readonly PersonalKind[] }>

export function maskPersonal(said: string): Masked {
  let text = said.replaceAll(/[０-９]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfe_e0))
  const found = personalKinds.filter((kind) => {
    const before = text
    text = text.replaceAll(patterns[kind], `〔${personalLabels[kind].zh}已隐去〕`)
    return text !== before
  })
  return { text: found.length === 0 ? said : text, found }
}
