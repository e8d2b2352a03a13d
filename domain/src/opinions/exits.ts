/**
 * The lawful ways an opinion can end other than as a matter. Every one needs a reason and an approver, is visible,
 * and never counts as satisfied.
 * Source: architecture.md (lawful, visible, explained exit); domain.md §9.1 (diverted, explained), L23 (accusations
 * are routed out sealed), L9 art. 27 (withdrawal by the raiser).
 */
export const exits = [
  'diverted',
  'answeredOnTheSpot',
  'withdrawnByRaiser',
  'notWithinOurPower',
] as const

export type Exit = (typeof exits)[number]

export const exitLabels: Readonly<Record<Exit, Readonly<{ zh: string; en: string }>>> = {
  diverted: { zh: '转办有关机关', en: 'Diverted to the competent body' },
  answeredOnTheSpot: { zh: '当场答复', en: 'Answered on the spot' },
  withdrawnByRaiser: { zh: '提出人撤回', en: 'Withdrawn by the raiser' },
  notWithinOurPower: { zh: '不属本级职权', en: 'Not within our power' },
}

export function isExit(raw: string): raw is Exit {
  return exits.some((exit) => exit === raw)
}
