/**
 * Free faces that come with the installation, so that a fresh clone can make every paper. They are optional packages;
 * where they are missing, the office's own fonts serve. Sizes and licences: docs/decisions/0008-fonts-and-typesetting.md.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FaceFile } from './font-files.ts'
import { mergeSlices } from './merge-slices.ts'

type Packed = Readonly<{
  families: readonly string[]
  weight: number
  package: string
  folder: string
  files: RegExp
}>

const packed: readonly Packed[] = [
  {
    families: ['Noto Serif SC'],
    weight: 400,
    package: 'noto-serif-sc',
    folder: 'noto_serif_sc_regular',
    files: /\.woff2$/,
  },
  {
    families: ['Noto Serif SC'],
    weight: 700,
    package: 'noto-serif-sc',
    folder: 'noto_serif_sc_bold',
    files: /\.woff2$/,
  },
  {
    families: ['LXGW WenKai'],
    weight: 400,
    package: 'lxgw-wenkai-webfont',
    folder: 'files',
    files: /^lxgwwenkai-regular-.*\.woff2$/,
  },
  {
    families: ['Source Han Sans CN'],
    weight: 400,
    package: '@librescore/fonts',
    folder: '',
    files: /^SourceHanSansCN\.min\.woff2$/,
  },
]

type Decompress = (bytes: Uint8Array) => Promise<Uint8Array>

/** Unpacks all of them: about two seconds, once in the life of the process that sets papers. */
export async function packageFaces(): Promise<readonly FaceFile[]> {
  const decompress = await decompressor()
  if (decompress === null) return []
  const faces: FaceFile[] = []
  for (const { families, weight, ...place } of packed) {
    const bytes = await unpackFace(place, decompress)
    if (bytes !== null) faces.push({ families, weight, load: () => bytes })
  }
  return faces
}

const require = createRequire(import.meta.url)

async function decompressor(): Promise<Decompress | null> {
  try {
    return (await import('wawoff2')).decompress
  } catch {
    // An optional package that was left out at installation.
    return null
  }
}

async function unpackFace(
  { package: name, folder, files }: Pick<Packed, 'package' | 'folder' | 'files'>,
  decompress: Decompress,
): Promise<Uint8Array | null> {
  const root = packageFolder(name)
  if (root === null) return null
  const place = join(root, folder)
  const slices: Uint8Array[] = []
  for (const file of readdirSync(place)
    .filter((one) => files.test(one))
    .toSorted())
    slices.push(new Uint8Array(await decompress(readFileSync(join(place, file)))))
  const [first, second] = slices
  return first === undefined ? null : second === undefined ? first : mergeSlices(slices)
}

function packageFolder(name: string): string | null {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    return null
  }
}
