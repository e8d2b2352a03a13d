/** The words of an archive: names of its folders, its list of hashes, and how anybody may check it. */
import type { ZippedFile } from './zip-file-writer.ts'

export const archiveNames = {
  readMe: '0-说明.txt',
  catalogue: '1-归档目录',
  papers: '2-公文',
  ledgers: '3-台账',
  evidence: '4-佐证材料',
  proof: '5-台账证明/台账证明.jsonl.gz',
  manifest: '9-文件清单-SHA256.txt',
} as const

/** As `sha256sum -c` reads it. */
export function manifestText(files: readonly ZippedFile[]): string {
  return `${files.map(({ name, sha256 }) => `${sha256}  ${name}`).join('\n')}\n`
}

/** One name in a folder: no path of its own, no sign that a system forbids, never longer than it takes. */
export function plainName(raw: string): string {
  const plain = raw
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replaceAll(/[\s/\\:*?"<>|]+/g, '')
    .replaceAll(/^\.+/g, '')
  const dot = plain.lastIndexOf('.')
  const ending = dot > 0 && plain.length - dot <= 8 ? plain.slice(dot) : ''
  return `${plain.slice(0, plain.length - ending.length).slice(0, 60)}${ending}` || '未命名'
}

type Told = Readonly<{
  congress: string
  activity: string
  official: string
  unit: string
  items: number
  evidence: number
  left: readonly string[]
}>

export function readMeText({
  congress,
  activity,
  official,
  unit,
  items,
  evidence,
  left,
}: Told): string {
  return `${congress}
${activity}（${unit} ${official}）归档文件

一、内容
  ${archiveNames.catalogue}        归档文件目录，按件编号（DA/T 22—2015《归档文件整理规则》）
  ${archiveNames.papers}            已经登记发出的公文，每件有 PDF 和可编辑的 Word 两种，共 ${items} 件
  ${archiveNames.ledgers}            问题和整改台账（Excel）
  ${archiveNames.evidence}        各事项的佐证材料，共 ${evidence} 个
  ${archiveNames.proof}   整本台账的证明：只有经过和时间，不含任何人的姓名和原话
  ${archiveNames.manifest}  以上每个文件的 SHA-256
  调查谈话记录由调查组封存，群众来言和检举线索依规定另行保管，不在本档案内。
${left.length === 0 ? '' : `\n二、没有归入的\n${left.map((text) => `  ${text}`).join('\n')}\n`}
${left.length === 0 ? '二' : '三'}、怎样核验（不用联网，不用相信任何人）
  1. 整份档案：    luoshi archive verify 本文件.zip
     改动、增加、缺少任何一个文件，都会逐个指出。
  2. 一份公文：    luoshi paper verify 文件名 --proof ${archiveNames.proof}
     改动一个字，就会指出在哪一处。也可以扫描公文末页下方的二维码，或者在查验页面输入查验码。
  3. 整本台账：    luoshi verify ${archiveNames.proof}
  没有上述工具的，可以用任何计算 SHA-256 的工具对照文件清单，例如：
     sha256sum -c ${archiveNames.manifest}
  文件清单本身的 SHA-256 在制作时显示，请抄在纸质目录上；核验时用 --manifest 写明。
`
}
