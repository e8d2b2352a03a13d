/** Finds the parts of an Office file by its relationships, and refuses what no paper carries: macros. */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import type { OfficePackage } from './office-package.ts'
import { readXml } from './read-xml.ts'
import { refuseReading } from './refusals.ts'

export type Relationship = Readonly<{ id: string; type: string; target: string; external: boolean }>

/** The relationships of a part, `word/document.xml`; of the package itself for ''. */
export function relationshipsOf(
  pack: OfficePackage,
  part: string,
): Result<readonly Relationship[], ReadRefusal> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const found = pack.read(`${folder}_rels/${part.slice(slash)}.rels`)
  if (!found.ok || found.value === undefined) return found.ok ? accept([]) : found
  const relationships: Relationship[] = []
  const refusal = readXml(found.value, {
    open: ({ name, attribute }) => {
      if (name !== 'rel:Relationship') return
      const external = attribute('TargetMode') === 'External'
      const target = attribute('Target') ?? ''
      relationships.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : inFolder(folder, target),
        external,
      })
    },
  })
  return refusal === undefined ? accept(relationships) : { ok: false, refusal }
}

function inFolder(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

export type PackageKind = 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'open-document' | 'zip'

/** What the package is, by its content types and parts, never by its name. */
export function packageKind(pack: OfficePackage): Result<PackageKind, ReadRefusal> {
  const names = new Set(pack.names.map((name) => name.toLowerCase()))
  if (names.has('ofd.xml')) return accept('ofd')
  if (names.has('mimetype') && names.has('content.xml')) return accept('open-document')
  const types = pack.read('[Content_Types].xml')
  if (!types.ok) return types
  if (types.value === undefined) return accept('zip')
  const declared: string[] = []
  const refusal = readXml(types.value, {
    open: ({ attribute }) => void declared.push((attribute('ContentType') ?? '').toLowerCase()),
  })
  if (refusal !== undefined) return { ok: false, refusal }
  const macros = declared.some((type) => /macroenabled|vbaproject|macrosheet/.test(type))
  if (macros || [...names].some((name) => /(?:^|\/)(?:vbaproject\.bin$|macrosheets\/)/.test(name)))
    return refuseReading('macro')
  return accept(kindOf(declared))
}

function kindOf(declared: readonly string[]): PackageKind {
  const has = (part: string) => declared.some((type) => type.includes(part))
  if (has('wordprocessingml.document.main') || has('wordprocessingml.template.main')) return 'docx'
  if (has('spreadsheetml.sheet.main') || has('spreadsheetml.template.main')) return 'xlsx'
  return has('presentationml') ? 'pptx' : 'zip'
}
