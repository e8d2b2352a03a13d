/**
 * The shape of a counting rule: how votes become a grade. A rule is data; `count-votes.ts` reads it.
 *
 * Shares are fractions of whole numbers, so no rounding ever decides a case.
 */

/** The same thing in both languages of the product. */
export type Label = Readonly<{ zh: string; en: string }>

export const ruleKeys = [
  'all-members-3',
  'all-members-binary',
  'votes-cast-half',
  'votes-two-thirds',
  'dissatisfied-half',
  'tiered-share',
  'points',
  'raters-half',
  'statutory-majority',
] as const

export type RuleKey = (typeof ruleKeys)[number]

export function isRuleKey(raw: unknown): raw is RuleKey {
  return ruleKeys.some((key) => key === raw)
}

/** `gt`: the share must be passed (超过). `ge`: reaching it is enough (以上，含本数). */
export const comparators = ['gt', 'ge'] as const

export type Comparator = (typeof comparators)[number]

export function isComparator(raw: unknown): raw is Comparator {
  return comparators.some((one) => one === raw)
}

/** What a share is a share of. All five occur in practice; it is the commonest trap. */
export const baseKinds = ['allMembers', 'present', 'issued', 'returned', 'valid'] as const

export type BaseKind = (typeof baseKinds)[number]

export function isBaseKind(raw: unknown): raw is BaseKind {
  return baseKinds.some((one) => one === raw)
}

/** In the order they are written on a tally: `17/11/1`, then abstentions, then 不了解. */
export const voteKinds = ['satisfied', 'basically', 'dissatisfied', 'abstain', 'unknown'] as const

export type VoteKind = (typeof voteKinds)[number]

export const gradeKeys = [
  'satisfied',
  'basicallySatisfied',
  'dissatisfied',
  'excellent',
  'competent',
  'basicallyCompetent',
  'incompetent',
  'passed',
  'notPassed',
] as const

export type GradeKey = (typeof gradeKeys)[number]

/**
 * A grade a rule can give. `rank` orders the grades of one rule, higher is better. `passed` says that
 * the counting rule itself does not send the work back; what 基本满意 means for a matter is for the
 * rule book to say (`rule-books/outcome-of-grade.ts`).
 */
export type Grade = Label & Readonly<{ key: GradeKey; rank: number; passed: boolean }>

export type Share = Label & Readonly<{ numerator: number; denominator: number }>

/** `of` names the votes added up, or the points they earn. A `comparator` here is pinned by the text. */
export type Condition = Readonly<{
  of: readonly VoteKind[] | 'points'
  share: Share
  comparator?: Comparator
}>

/** Where the words of a rule come from. `quoted` is false when we tell them in our own words. */
export type RuleSource = Readonly<{ ref: string; quoted: boolean; verified: boolean }>

export type CountingRule = Readonly<{
  key: RuleKey
  name: Label
  /** The rule as published, or told. */
  text: string
  source: RuleSource
  base: BaseKind
  comparator: Comparator
  /** Tried in this order; the first condition that holds gives its grade. */
  steps: readonly Readonly<{ grade: Grade; when: Condition }>[]
  otherwise: Grade
  /** The choices printed on the ballot. A vote without a mark here does not belong to the rule. */
  marks: Readonly<Partial<Record<VoteKind, Label>>>
  /** Which votes a `valid` base counts. */
  valid: readonly VoteKind[]
  /** Whether the body must have more than half of its members present (组织法第五十一条). */
  quorum: boolean
}>
