/**
 * A unit of which nobody can sign in: what it must do waits for ever, and nothing else on the page would say why.
 * Source: seed map S05 (亲自负责抓落实): the official answers himself, so he needs a way in; domain.md §1 item 14 (tiny offices).
 */
export function nobodySignsIn(unit: string): Readonly<{ zh: string; en: string }> {
  return {
    zh: `${unit}还没有人能登录：自查、签收、报方案都要由述职人员本人和单位经办人办理。请系统管理员在“账号”里邀请他们（身份选“述职人员”“承办单位”），把链接交给本人。`,
    en: `Nobody of ${unit} can sign in yet; its self-check, receipts and plans wait for that. Have the system administrator invite the official and the unit’s staff under “Accounts”.`,
  }
}
