/** 未评先改 / 边整边改 / 集中整改. Source: seed map S11–S13. */
import type { OriginPhase } from '@luoshi/domain/opinions/opinion'

export const originPhaseLabels: Readonly<
  Record<OriginPhase, Readonly<{ zh: string; en: string }>>
> = {
  before: { zh: '未评先改', en: 'Before' },
  during: { zh: '边整边改', en: 'During' },
  after: { zh: '集中整改', en: 'After' },
}
