/** The store that the settings name. */
import { join } from 'node:path'
import { diskStore } from './disk-store.ts'
import type { FileStore } from './file-store.ts'
import { s3Store } from './s3-store.ts'
import type { StoreSettings } from './store-settings.ts'

export function openStore(settings: StoreSettings, dataDir: string): FileStore {
  switch (settings.kind) {
    case 'disk':
      return diskStore(join(dataDir, 'files'))
    case 's3':
      return s3Store(settings)
  }
}
