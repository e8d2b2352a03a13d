/**
 * An archive checked with nothing but itself: every file against its list, every paper against its hash and against the
 * ledger's proof that lies inside, and the proof against its signatures. Each fault is named with its file.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { archiveNames } from '@luoshi/server/archive/archive-words'
import { verifyPaper } from '@luoshi/papers/identity/verify-paper'
import { papersInProof, type PapersInProof } from '../papers/paper-in-proof.ts'
import { openZip, sha256, type ZipMember } from './read-zip.ts'

export const archiveFaults = {
  'not-an-archive': '不是完整的归档文件',
  'manifest-missing': '缺少文件清单',
  'manifest-differs': '文件清单与给出的 SHA-256 不符',
  missing: '缺少',
  changed: '已被改动',
  added: '不在清单里，是后加的',
  'paper-altered': '公文内容与登记的不符',
  'paper-unknown': '公文没有在台账登记',
  'proof-broken': '台账证明没有通过核验',
} as const

export type ArchiveFault = Readonly<{
  file: string
  fault: keyof typeof archiveFaults
  detail: string
}>

export type ArchiveVerdict = Readonly<{
  ok: boolean
  files: number
  papers: number
  manifest: string | null
  faults: readonly ArchiveFault[]
}>

export async function verifyArchive(
  path: string,
  {
    manifest: expected,
    vkey,
  }: Readonly<{ manifest?: string | undefined; vkey?: string | undefined }>,
): Promise<ArchiveVerdict> {
  const zip = await openZip(path)
  if (zip === null) return broken('not-an-archive')
  await using _closing = zip
  const { members } = zip
  const listed = await manifestOf(members)
  if (listed === null) return broken('manifest-missing')
  const { digest, hashes } = listed
  const faults: ArchiveFault[] = []
  const say = (file: string, fault: ArchiveFault['fault'], detail = '') =>
    faults.push({ file, fault, detail })
  if (expected !== undefined && expected.toLowerCase() !== digest)
    say(archiveNames.manifest, 'manifest-differs', digest)
  const names = new Set<string>()
  for (const { name } of members) {
    // A second file of one name would be unpacked over the first.
    if ((!hashes.has(name) && name !== archiveNames.manifest) || names.has(name)) say(name, 'added')
    names.add(name)
  }
  for (const name of hashes.keys()) if (!names.has(name)) say(name, 'missing')
  const known = await knownPapers(members, vkey)
  if (known('').status === 'proof-broken') say(archiveNames.proof, 'proof-broken')
  let papers = 0
  for (const member of members) {
    const { name } = member
    if (name === archiveNames.manifest) continue
    const bytes = await member.read()
    if (bytes === null || (hashes.has(name) && sha256(bytes) !== hashes.get(name)))
      say(name, 'changed')
    if (bytes === null || !isPaper(name)) continue
    papers += 1
    const fault = await paperFault(name, bytes, known)
    if (fault !== null) faults.push({ file: name, ...fault })
  }
  return { ok: faults.length === 0, files: members.length, papers, manifest: digest, faults }
}

function broken(fault: ArchiveFault['fault']): ArchiveVerdict {
  return {
    ok: false,
    files: 0,
    papers: 0,
    manifest: null,
    faults: [{ file: '', fault, detail: '' }],
  }
}

async function manifestOf(members: readonly ZipMember[]) {
  const bytes = await members.find(({ name }) => name === archiveNames.manifest)?.read()
  if (!bytes) return null
  const hashes = new Map<string, string>()
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    if (hash !== undefined && name !== undefined) hashes.set(name, hash)
  }
  return { digest: sha256(bytes), hashes }
}

async function knownPapers(
  members: readonly ZipMember[],
  vkey: string | undefined,
): Promise<PapersInProof> {
  const bytes = await members.find(({ name }) => name === archiveNames.proof)?.read()
  if (!bytes) return () => ({ status: 'proof-broken' })
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-archive-'))
  try {
    const file = join(folder, 'proof.jsonl.gz')
    await writeFile(file, bytes)
    return await papersInProof(file, vkey)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function isPaper(name: string): boolean {
  const place =
    name.startsWith(`${archiveNames.papers}/`) || name.startsWith(archiveNames.catalogue)
  return place && /\.(docx|pdf)$/.test(name)
}

async function paperFault(name: string, bytes: Uint8Array, known: PapersInProof) {
  const verdict = await verifyPaper(bytes, name)
  if (!verdict.ok) return { fault: 'paper-altered', detail: verdict.refusal.zh } as const
  const { value } = verdict
  if (value.status !== 'whole') {
    const at = value.status === 'altered' ? value.at : null
    const detail = at === null ? '' : `${at.part}：应为“${at.expected}”，现为“${at.found}”`
    return { fault: 'paper-altered', detail } as const
  }
  return known(value.hash).status === 'registered'
    ? null
    : ({ fault: 'paper-unknown', detail: value.hash } as const)
}
