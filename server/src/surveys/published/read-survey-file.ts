/** A file of a closed survey as somebody was given it: read strictly, then counted again. */
import {
  faultsOfSurveyFile,
  type FileFault,
  type ReadSurveyFile,
} from '@luoshi/domain/surveys/published/check-survey-file'
import { surveyFile } from '../../contract/survey-file.ts'
import { faultsAgainstProof } from './check-against-proof.ts'

export type SurveyVerified = Readonly<{
  ok: boolean
  title: string
  answers: number
  batches: number
  /** Whether it was held against a proof of the ledger, too. */
  withProof: boolean
  faults: readonly FileFault[]
}>

/** Null when it is no such file. */
export function readSurveyFile(text: string): ReadSurveyFile | null {
  const read = surveyFile.safeParse(parsed(text))
  return read.success ? read.data : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

export async function verifySurveyFile(
  file: ReadSurveyFile,
  proof: Readonly<{ path: string; vkey: string | undefined }> | null,
): Promise<SurveyVerified> {
  const faults = [
    ...faultsOfSurveyFile(file),
    ...(proof ? await faultsAgainstProof(file, proof.path, proof.vkey) : []),
  ]
  return {
    ok: faults.length === 0,
    title: file.form.title.zh,
    answers: file.taken.answers,
    batches: file.batches.length,
    withProof: proof !== null,
    faults,
  }
}
