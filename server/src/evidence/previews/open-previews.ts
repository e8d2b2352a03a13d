/** Previews for a data folder, with the office suite of this machine where there is one. */
import { join } from 'node:path'
import type { FileStore } from '../store/file-store.ts'
import { findOffice, officeToPdf } from './office-to-pdf.ts'
import { previewCache } from './preview-cache.ts'
import { previewsOf, type Previews } from './previews.ts'
import { previewRunner } from './run-preview.ts'

export function openPreviews(
  files: FileStore,
  dataDir: string,
  env: Readonly<Record<string, string | undefined>>,
): Previews {
  const soffice = findOffice(env)
  return previewsOf({
    files,
    cache: previewCache(join(dataDir, 'previews')),
    run: previewRunner(),
    office: soffice === null ? null : officeToPdf(soffice),
  })
}
