/**
 * What an official checks herself against: four parts with their questions, as the source document names them. Data,
 * frozen into a self-check when it opens; a county edits it there, and its last one is offered the next time.
 *
 * Source: seed map S15–S18 (the questions are the document's own); domain.md §5 phase 1.
 */
export type SelfCheckQuestion = Readonly<{ key: string; text: string }>

export type SelfCheckPart = Readonly<{
  key: string
  title: string
  /** The text it comes from. */
  source: string
  questions: readonly SelfCheckQuestion[]
}>

export type SelfCheckFramework = readonly SelfCheckPart[]

export const seedFramework: SelfCheckFramework = [
  part('law', '贯彻执行法律法规和决定决议', '对照检查在贯彻执行……方面还有哪些差距', [
    '贯彻执行宪法、法律和法规还有哪些差距？',
    '贯彻执行县委、县政府决策还有哪些差距？',
    '贯彻执行人大及其常委会决定、决议还有哪些差距？',
  ]),
  part('administration', '依法行政、严格执法', '对照分析在依法行政、严格执法上还有哪些不足', [
    '依法行政、严格执法上还有哪些不足？',
    '执法程序是否得当？',
    '执法行为是否文明？',
  ]),
  part('diligence', '勤政为民、开拓创新', '对照检查在勤政为民、不断创新方面', [
    '责任感和开拓进取精神强不强？',
    '取得了哪些业绩，还有哪些没有做到？',
    '是否维护了人民群众的利益？',
  ]),
  part('integrity', '廉洁自律、民主集中制', '对照检查在廉洁自律方面', [
    '是否按照法定权限使用权力？',
    '是否按原则用权、按程序用权？',
    '是否坚持民主集中制？',
  ]),
]

function part(
  key: string,
  title: string,
  source: string,
  questions: readonly string[],
): SelfCheckPart {
  const asked = questions.map((text, at) => ({ key: `${key}${at + 1}`, text }))
  return { key, title, source: `述职评议会讲话：${source}`, questions: asked }
}

export function questionsOf(framework: SelfCheckFramework): readonly SelfCheckQuestion[] {
  return framework.flatMap(({ questions }) => questions)
}

/** What is wrong with an edited framework, or null. */
export function frameworkFault(
  framework: SelfCheckFramework,
): 'no-question' | 'blank-text' | 'key-twice' | null {
  const questions = questionsOf(framework)
  if (framework.length === 0 || framework.some((one) => one.questions.length === 0))
    return 'no-question'
  const texts = [...framework.map(({ title }) => title), ...questions.map(({ text }) => text)]
  if (texts.some((text) => text.trim() === '')) return 'blank-text'
  const keys = questions.map(({ key }) => key)
  return new Set(keys).size < keys.length ? 'key-twice' : null
}
