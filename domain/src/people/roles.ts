/**
 * Who people are to the system. One account may hold several roles; what each may do is in `rights.ts`.
 * Source: domain.md §4 (roles and rights), seed map S04, S05, S14.
 */
export const roles = [
  'clerk', // 工委经办人
  'chairs', // 主任会议
  'member', // 常委会组成人员
  'team', // 评议调查组（核查人）
  'official', // 述职人员
  'unitStaff', // 承办单位工作人员
  'deputy', // 人大代表
  'observer', // 列席人员
  'admin', // 系统管理员
  'securityAdmin', // 安全管理员
  'auditAdmin', // 审计管理员
] as const

export type Role = (typeof roles)[number]

export function isRole(raw: string): raw is Role {
  return roles.some((role) => role === raw)
}

export const roleLabels: Readonly<Record<Role, Readonly<{ zh: string; en: string }>>> = {
  clerk: { zh: '工委经办人', en: 'Clerk' },
  chairs: { zh: '主任会议', en: 'Chairs' },
  member: { zh: '组成人员', en: 'Member' },
  team: { zh: '评议调查组', en: 'Investigation team' },
  official: { zh: '述职人员', en: 'Official' },
  unitStaff: { zh: '承办单位', en: 'Unit staff' },
  deputy: { zh: '人大代表', en: 'Deputy' },
  observer: { zh: '列席人员', en: 'Observer' },
  admin: { zh: '系统管理员', en: 'Administrator' },
  securityAdmin: { zh: '安全管理员', en: 'Security administrator' },
  auditAdmin: { zh: '审计管理员', en: 'Audit administrator' },
}
