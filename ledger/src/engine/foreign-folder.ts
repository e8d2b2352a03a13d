/**
 * A folder is filled with our data only when it is ours or empty: a slip of the pen (`--data ~`) must not spread a
 * database among somebody's documents, nor take the folder's rights away from others.
 * What systems leave in a folder by themselves does not make it somebody's.
 */
import { readdir } from 'node:fs/promises'

/** Any of these says that Luoshi was here before, even where its mark was deleted on the advice of a refusal. */
const ours = [
  /^luoshi\.json/u,
  /^pg\d+(\.unfinished)?$/u,
  /^(owner|app)\.secret$/u,
  /^keeper\.lock/u,
]

/** What lies beside a database elsewhere (DATABASE_URL): too common for a sign, but nothing foreign either. */
const alsoOurs =
  /^(keys|files|previews|ballots|secrets|run|engine\.log|engine-.*|disk\.reserve|demo\.unfinished)$/u

/** File systems, desktops, network drives and version control; `._x` is what macOS keeps beside a file on a foreign drive. */
const ofTheSystem = [
  /^(lost\+found|System Volume Information|\$RECYCLE\.BIN|@eaDir|#recycle|#snapshot)$/u,
  /^(Thumbs\.db|desktop\.ini)$/iu,
  /^\.(DS_Store|localized|fseventsd|Spotlight-V100|TemporaryItems|DocumentRevisions-V100|apdisk|_.*)$/u,
  /^\.(Trash.*|snapshots?|zfs|nfs.*|gitkeep|keep|gitignore|directory)$/u,
]

/** The name of something in an unmarked folder that is not ours; undefined when the folder may be used. */
export async function somethingForeignIn(path: string): Promise<string | undefined> {
  const names = await readdir(path)
  if (names.some((name) => isOneOf(ours, name))) return undefined
  return names.toSorted().find((name) => !isOneOf([alsoOurs, ...ofTheSystem], name))
}

function isOneOf(patterns: readonly RegExp[], name: string): boolean {
  return patterns.some((pattern) => pattern.test(name))
}
