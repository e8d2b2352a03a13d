/**
 * Sets papers with a fixed template. Nothing anybody wrote is ever markup: it goes in as JSON. The template can read no
 * file but itself. Runs in a process of its own (typeset-process.ts), because native code that hangs or falls takes its
 * process with it.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { type Faces, findFaces, type FontPlaces, type StandIn } from '../fonts/faces.ts'
import type { PaperMark } from '../identity/paper-mark.ts'
import type { OfficialPaper } from '../official/paper.ts'
import { checkCharacters } from './missing-characters.ts'
import { type PdfRefusal, type PdfRefusalCode, pdfRefusal } from './pdf-refusal.ts'
import { familiesFor, planOf, type TypesetPlan } from './typeset-plan.ts'

export type MadePdf = Readonly<{
  bytes: Uint8Array
  pages: number
  /** Parts that are set in another family than the standard's, because it was not found. */
  standIns: readonly StandIn[]
  /** Characters that only another face had. */
  otherFace: readonly string[]
}>

/** As a PDF, or as one picture of all its pages (SVG) to look at while it is worded. */
export type SetAs = 'pdf' | 'picture'

export type ToSet = Readonly<{ paper: OfficialPaper; mark: PaperMark | null; as: SetAs }>

export type PdfAnswer = Result<MadePdf, PdfRefusal>

export type Typesetter = Readonly<{
  set: (asked: ToSet) => PdfAnswer
  standIns: readonly StandIn[]
}>

/** Opens fonts and the native compiler once: one to three seconds. */
export async function openTypesetter(places: FontPlaces): Promise<Result<Typesetter, PdfRefusal>> {
  const compilers = await loadCompiler()
  if (compilers === null) return refuse('typesetter-missing')
  const faces = await findFaces(places)
  if (faces === null) return refuse('fonts-missing')
  // An empty folder: the workspace is all a template could read.
  const workspace = mkdtempSync(join(tmpdir(), 'luoshi-typeset-'))
  process.once('exit', () => rmSync(workspace, { recursive: true, force: true }))
  const compiler = compilers.NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: faces.all.map(({ bytes }) => Buffer.from(bytes)) }],
  })
  const template = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8')
  return accept({
    set: (asked) => setPaper(compiler, template, faces, asked),
    standIns: faces.standIns,
  })
}

type Compilers = typeof import('@myriaddreamin/typst-ts-node-compiler')
type Compiler = InstanceType<Compilers['NodeCompiler']>
type SetDocument = NonNullable<ReturnType<Compiler['compile']>['result']>

async function loadCompiler(): Promise<Compilers | null> {
  try {
    return await import('@myriaddreamin/typst-ts-node-compiler')
  } catch {
    // An optional package: left out at installation, or not made for this machine.
    return null
  }
}

function setPaper(
  compiler: Compiler,
  template: string,
  faces: Faces,
  { paper, mark, as }: ToSet,
): PdfAnswer {
  const plan = planOf(paper, mark)
  const { missing, otherFace } = checkCharacters(
    { ...plan, mark: [plan.mark?.draft, plan.mark?.words] },
    faces,
  )
  if (missing.length > 0) return refuse('characters-missing', missing)
  const compile = (given: TypesetPlan) => {
    const inputs = { paper: JSON.stringify({ ...given, faces: familiesFor(faces) }) }
    return compiler.compile({ mainFileContent: template, inputs })
  }
  let compiled = compile(plan)
  if (compiled.result !== null && isSignedAlone(compiler, compiled.result))
    compiled = compile(planOf(paper, mark, true))
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    // Said where only an administrator reads: the place in the template, never the paper's words.
    if (error !== null) process.stderr.write(`${JSON.stringify(error.shortDiagnostics)}\n`)
    return refuse('typesetting-failed')
  }
  const bytes =
    as === 'pdf'
      ? new Uint8Array(compiler.pdf(document))
      : new TextEncoder().encode(compiler.plainSvg(document))
  compiler.evictCache(10)
  return accept({ bytes, pages: document.numOfPages, standIns: faces.standIns, otherFace })
}

/** The template tells it of papers that end with a long paragraph or a table; of others it cannot be. */
function isSignedAlone(compiler: Compiler, document: SetDocument): boolean {
  const told: unknown = compiler.query(document, { selector: '<signed-alone>', field: 'value' })
  return Array.isArray(told) && told.includes(true)
}

function refuse(
  code: PdfRefusalCode,
  characters: readonly string[] = [],
): Result<never, PdfRefusal> {
  return { ok: false, refusal: pdfRefusal(code, characters) }
}
