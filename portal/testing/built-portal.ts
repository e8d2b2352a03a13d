/** The built scripts of the public pages, for tests that show them in a browser: `npm test` builds before it tests. */
import { join } from 'node:path'
import { portalFiles, type PortalFiles } from '@luoshi/server/http/portal-files'

export async function builtPortal(): Promise<PortalFiles> {
  const portal = await portalFiles(join(import.meta.dirname, '..', 'dist'))
  if (!portal) throw new Error('The portal is not built: npm run build')
  return portal
}
