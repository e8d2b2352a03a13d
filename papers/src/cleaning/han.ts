/** What counts as a Chinese character, and as a line of them. */
export function isHan(character: string): boolean {
  const unit = character.charCodeAt(0)
  if (unit >= 0x4e00 && unit <= 0x9fff) return character.length === 1
  return unit >= 0x2e80 && HAN.test(character)
}

export function countHan(text: string): number {
  let count = 0
  for (const _han of text.matchAll(EACH_HAN)) count += 1
  return count
}

const HAN = /^\p{Script=Han}$/u
const EACH_HAN = /\p{Script=Han}/gu
