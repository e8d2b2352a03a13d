/**
 * The demo county: 清禾县 and everyone in it are invented. Who is who; what was raised lies in `raised-*.ts`, how far each
 * matter has come in `journeys.ts`, and everything is made by giving commands, never by writing rows.
 */
import type { Appointer } from '@luoshi/domain/people/directory'
import type { Role } from '@luoshi/domain/people/roles'

export const congressName = '清禾县人民代表大会常务委员会'

export type AppraisalKey =
  | 'water'
  | 'housing'
  | 'education'
  | 'transport'
  | 'health'
  | 'market'
  | 'justice'

export type UnitKey = AppraisalKey | 'floodOffice'

export const units: Readonly<Record<UnitKey, string>> = {
  water: '清禾县水利局',
  housing: '清禾县住房和城乡建设局',
  education: '清禾县教育局',
  transport: '清禾县交通运输局',
  health: '清禾县卫生健康局',
  market: '清禾县市场监督管理局',
  justice: '清禾县司法局',
  floodOffice: '清禾县防汛抗旱服务中心',
}

export type OfficialKey = 'liu' | 'he' | 'tao' | 'ning' | 'kuang' | 'su' | 'qiao' | 'bao' | 'oldBao'

export const officials: Readonly<
  Record<
    OfficialKey,
    Readonly<{ name: string; unit: UnitKey; post: string; appointedBy: Appointer }>
  >
> = {
  liu: { name: '刘明远', unit: 'water', post: '局长', appointedBy: 'committeeAppointed' },
  he: { name: '何志远', unit: 'housing', post: '局长', appointedBy: 'committeeAppointed' },
  tao: { name: '陶静宜', unit: 'education', post: '局长', appointedBy: 'committeeAppointed' },
  ning: { name: '宁海川', unit: 'transport', post: '局长', appointedBy: 'committeeAppointed' },
  kuang: { name: '匡一鸣', unit: 'health', post: '局长', appointedBy: 'committeeAppointed' },
  su: { name: '苏明澈', unit: 'market', post: '局长', appointedBy: 'committeeAppointed' },
  qiao: { name: '乔望山', unit: 'justice', post: '局长', appointedBy: 'committeeAppointed' },
  bao: { name: '鲍向东', unit: 'floodOffice', post: '主任', appointedBy: 'notByCongress' },
  oldBao: { name: '翟长林', unit: 'housing', post: '原局长', appointedBy: 'committeeAppointed' },
}

/** Whose appraisal it is. */
export const subjects: Readonly<Record<AppraisalKey, OfficialKey>> = {
  water: 'liu',
  housing: 'he',
  education: 'tao',
  transport: 'ning',
  health: 'kuang',
  market: 'su',
  justice: 'qiao',
}

export const appraisalKeys = [
  'water',
  'transport',
  'housing',
  'education',
  'health',
  'market',
  'justice',
] as const satisfies readonly AppraisalKey[]

type Account = Readonly<{
  login: string
  name: string
  roles: readonly Role[]
  unit: UnitKey | null
  official: OfficialKey | null
}>

function ofCommittee(login: string, name: string, role: Role): Account {
  return { login, name, roles: [role], unit: null, official: null }
}

function ofUnit(login: string, name: string, unit: UnitKey, official: OfficialKey | null): Account {
  return { login, name, roles: [official === null ? 'unitStaff' : 'official'], unit, official }
}

export const accounts: readonly Account[] = [
  ofCommittee('admin', '贺文清（系统管理员）', 'admin'),
  ofCommittee('clerk', '秦小满（人事代表工委）', 'clerk'),
  ofCommittee('chairs', '沈怀德（主任会议）', 'chairs'),
  ofCommittee('member', '温若兰（组成人员）', 'member'),
  ofCommittee('team', '秦岚（评议调查组）', 'team'),
  ofCommittee('team2', '方以宁（评议调查组）', 'team'),
  ofCommittee('deputy', '丁麦收（县人大代表）', 'deputy'),
  ofCommittee('observer', '聂闻道（列席人员）', 'observer'),
  ofUnit('water', '刘明远（县水利局局长）', 'water', 'liu'),
  ofUnit('waterstaff', '宋佳（县水利局办公室）', 'water', null),
  ofUnit('housing', '何志远（县住建局局长）', 'housing', 'he'),
  ofUnit('flood', '鲍向东（县防汛抗旱服务中心主任）', 'floodOffice', 'bao'),
  ofUnit('education', '陶静宜（县教育局局长）', 'education', 'tao'),
  ofUnit('transport', '宁海川（县交通运输局局长）', 'transport', 'ning'),
  ofUnit('transportstaff', '简一凡（县交通运输局办公室）', 'transport', null),
  ofUnit('health', '匡一鸣（县卫健局局长）', 'health', 'kuang'),
  ofUnit('market', '苏明澈（县市场监管局局长）', 'market', 'su'),
  ofUnit('justice', '乔望山（县司法局局长）', 'justice', 'qiao'),
]
