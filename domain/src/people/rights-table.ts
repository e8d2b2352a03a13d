/** The table of rights as rows for a page, a file or a program. Made of `rights` alone, so it cannot say anything else. */
import { commandLabels } from './command-labels.ts'
import { isCommandType, rights, type CommandType, type Relation } from './rights.ts'
import { roleLabels, roles, type Role } from './roles.ts'

export type RightsRow = Readonly<{
  command: CommandType
  zh: string
  en: string
  /** Absent: may not. `own`: only what their own unit answers for. */
  roles: Readonly<Partial<Record<Role, Relation>>>
}>

export function rightsTable(): readonly RightsRow[] {
  return Object.entries(rights).flatMap(([command, granted]) =>
    isCommandType(command) ? [{ command, ...commandLabels[command], roles: granted }] : [],
  )
}

export const relationLabels: Readonly<Record<Relation, Readonly<{ zh: string; en: string }>>> = {
  any: { zh: '可以', en: 'yes' },
  own: { zh: '限本单位', en: 'own unit' },
}

/** The page in docs: every command a line, every role a column. */
export function rightsMarkdown(): string {
  const head = ['办理事项', 'Command', ...roles.map((role) => roleLabels[role].zh)]
  const lines = rightsTable().map(({ command, zh, roles: granted }) => {
    const cells = roles.map((role) => {
      const relation = granted[role]
      return relation === undefined ? '' : relationLabels[relation].zh
    })
    return [zh, `\`${command}\``, ...cells]
  })
  const table = [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`)
  return `${[...introduction, '', ...table].join('\n')}\n`
}

const introduction = [
  '# 权限表',
  '',
  '谁可以办理哪一步，只由这一张表决定；表中没有写明的，一律不可以。本页由 `luoshi rights --markdown` 生成，请勿手改。',
  '“限本单位”指只限本单位承办的事项。工委经办人记录的是会议的决定：审定、销号、监督措施等须写明会议、日期和文号，',
  '谁也不能一个人替常委会作出结论（监督法第八条）。述职人员亲自报送方案和办理结果；承办的人不核查、不测评。',
]
