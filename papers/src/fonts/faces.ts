/**
 * The faces a paper is set in: of the office's folder, the system, and the packages the first that has a family of the
 * part. The family is renamed to one of ours, so that the template need not know what anybody's font is called.
 */
import { characterMap } from './character-map.ts'
import { type FaceRole, faceRoles, probe, wantedFaces } from './face-roles.ts'
import { type FaceFile, fontFilesIn, systemFontFolders } from './font-files.ts'
import { withFamily } from './name-table.ts'
import { packageFaces } from './package-faces.ts'
import { readSfnt, writeSfnt } from './sfnt.ts'

export type FontPlaces = Readonly<{
  /** FONTS_DIR of the office. */
  office: string | null
  system: readonly string[]
  packages: boolean
}>

export type Face = Readonly<{
  family: string
  called: string
  bytes: Uint8Array
  has: (code: number) => boolean
}>

/** In which face a part was asked for, and in which it is set. */
export type StandIn = Readonly<{ wanted: string; used: string }>

export type Faces = Readonly<{
  all: readonly Face[]
  /** First the part's own face, then all others, for characters it lacks. */
  of: Readonly<Record<FaceRole, readonly Face[]>>
  standIns: readonly StandIn[]
}>

export function usualPlaces(office: string | null): FontPlaces {
  return { office, system: systemFontFolders(), packages: true }
}

/** Null when a part has no face at all, or one that lacks what every paper needs. */
export async function findFaces(places: FontPlaces): Promise<Faces | null> {
  const sources = [
    places.office === null ? [] : fontFilesIn([places.office]),
    fontFilesIn(places.system),
    places.packages ? await packageFaces() : [],
  ]
  const loaded = new Map<FaceFile, Face>()
  const own = new Map<FaceRole, Face>()
  const standIns: StandIn[] = []
  for (const role of faceRoles) {
    const found = choose(role, sources)
    if (found === null) return null
    const face = loaded.get(found.file) ?? openFace(found.file, loaded.size)
    loaded.set(found.file, face)
    own.set(role, face)
    if (!found.proper) standIns.push({ wanted: wantedFaces[role].called, used: face.called })
  }
  const all = [...loaded.values()]
  const chain = (role: FaceRole): readonly Face[] => {
    const first = own.get(role)
    return first === undefined ? all : [first, ...all.filter((face) => face !== first)]
  }
  const missing = [...probe].some((one) => !all.some((face) => face.has(one.codePointAt(0) ?? 0)))
  if (missing) return null
  const of = {
    body: chain('body'),
    first: chain('first'),
    second: chain('second'),
    title: chain('title'),
    number: chain('number'),
  }
  return { all, of, standIns }
}

type Chosen = Readonly<{ file: FaceFile; proper: boolean }>

function choose(role: FaceRole, sources: readonly (readonly FaceFile[])[]): Chosen | null {
  const { proper, similar, heavy } = wantedFaces[role]
  const named = (files: readonly FaceFile[], family: string, weighed: boolean) =>
    files.find(
      ({ families, weight }) =>
        families.some((one) => one.toLowerCase() === family) &&
        (!weighed || (heavy ? weight >= 600 : weight >= 350 && weight <= 500)),
    )
  for (const [families, weighed] of [
    [proper, false],
    [similar, true],
  ] as const)
    for (const files of sources)
      for (const family of families) {
        const file = named(files, family, weighed)
        if (file !== undefined) return { file, proper: !weighed }
      }
  return null
}

function openFace(file: FaceFile, at: number): Face {
  const { flavor, tables } = readSfnt(file.load())
  const [names, cmap] = [tables.get('name'), tables.get('cmap')]
  if (names === undefined || cmap === undefined)
    throw new Error('a face without names or characters')
  const family = `luoshi-${at}`
  const characters = characterMap(cmap)
  return {
    family,
    called: file.families[0] ?? family,
    bytes: writeSfnt({ flavor, tables: new Map(tables).set('name', withFamily(names, family)) }),
    has: (code) => characters.has(code),
  }
}
