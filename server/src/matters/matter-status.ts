import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'

export function isMatterStatus(raw: string): raw is MatterStatus {
  return matterStatuses.some((status) => status === raw)
}
