/** The stratum of those who came by themselves and would rather not say where they belong, or were not asked. */
export const unstated = 'unstated'

export const unstatedLabel = { zh: '未说明', en: 'not stated' } as const
