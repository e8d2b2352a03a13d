/** Security events as people read them, on the page of the audit and in its file. */

type Label = Readonly<{ zh: string; en: string }>

export const securityEventLabels = {
  'setup-link-made': { zh: '生成首次设置链接', en: 'Setup link made' },
  'congress-created': { zh: '建立人大常委会', en: 'Congress created' },
  'account-created': { zh: '建立账号', en: 'Account created' },
  invited: { zh: '发出邀请', en: 'Invited' },
  'invitation-accepted': { zh: '接受邀请', en: 'Invitation accepted' },
  'signed-in': { zh: '登录', en: 'Signed in' },
  'sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  locked: { zh: '锁定', en: 'Locked' },
  unlocked: { zh: '解锁', en: 'Unlocked' },
  reinstated: { zh: '恢复账号', en: 'Reinstated' },
  suspended: { zh: '停用账号', en: 'Suspended' },
  'suspended-unused': { zh: '长期未用，自动停用', en: 'Suspended: unused' },
  'signed-out': { zh: '退出', en: 'Signed out' },
  'password-changed': { zh: '修改密码', en: 'Password changed' },
  'password-change-failed': { zh: '核对密码失败', en: 'Password check failed' },
  'demo-link-made': { zh: '生成演示链接', en: 'Demo link made' },
  'forged-request': { zh: '伪造请求被拒', en: 'Forged request refused' },
  'roles-granted': { zh: '授予角色', en: 'Roles granted' },
  'act-asked': { zh: '提请另一管理员批准', en: 'Asked for a second administrator' },
  'act-decided': { zh: '第二人批准、不批准或撤回', en: 'Second administrator decided' },
  'rules-set': { zh: '修改登录规则', en: 'Sign-in rules set' },
  'file-released': { zh: '放行隔离的文件', en: 'Held file released' },
  'file-erased': { zh: '依法删除文件内容', en: 'File content erased' },
  'file-discarded': { zh: '销毁隔离的文件', en: 'Held file discarded' },
  'session-ended': { zh: '结束登录', en: 'Session ended' },
  'password-expired': { zh: '密码到期', en: 'Password expired' },
  'factor-asked': { zh: '要求第二步验证', en: 'Second factor asked' },
  'factor-shown': { zh: '重新验证本人', en: 'Second factor shown again' },
  'factor-failed': { zh: '第二步验证失败', en: 'Second factor failed' },
  'factor-enrolled': { zh: '绑定验证器', en: 'Code app set up' },
  'factor-removed': { zh: '解除第二步验证', en: 'Second factor removed' },
  'recovery-codes-made': { zh: '生成恢复码', en: 'Recovery codes made' },
  'recovery-code-used': { zh: '使用恢复码', en: 'Recovery code used' },
  'passkey-added': { zh: '登记通行密钥', en: 'Passkey added' },
  'passkey-renamed': { zh: '通行密钥改名', en: 'Passkey renamed' },
  'passkey-removed': { zh: '删除通行密钥', en: 'Passkey removed' },
  'passkey-failed': { zh: '通行密钥未通过', en: 'Passkey refused' },
  'oidc-set': { zh: '设置统一身份', en: 'Unified identity set' },
  'oidc-linked': { zh: '绑定统一身份', en: 'Unified identity linked' },
  'oidc-failed': { zh: '统一身份登录失败', en: 'Unified identity failed' },
  delegated: { zh: '委托代办', en: 'Delegated' },
  'delegation-ended': { zh: '委托结束', en: 'Delegation ended' },
  'acting-began': { zh: '开始代办', en: 'Began to act for another' },
  'acting-ended': { zh: '恢复本人身份', en: 'Ceased to act for another' },
  'audit-exported': { zh: '导出审计', en: 'Audit exported' },
  'words-searched': { zh: '查找待删除的文字', en: 'Words searched for erasure' },
} as const satisfies Readonly<Record<string, Label>>

export type SecurityEventKind = keyof typeof securityEventLabels

export function isSecurityEventKind(raw: string): raw is SecurityEventKind {
  return Object.hasOwn(securityEventLabels, raw)
}

export const securityEventKinds = Object.keys(securityEventLabels).filter(isSecurityEventKind)
