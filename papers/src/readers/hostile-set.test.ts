import { afterAll, describe, expect, it } from 'vitest'
import { foreignFiles } from '../../testing/hostile/foreign-files.ts'
import type { HostileFile } from '../../testing/hostile/hostile-file.ts'
import { htmlFiles } from '../../testing/hostile/html-files.ts'
import { officeFiles } from '../../testing/hostile/office-files.ts'
import { pdfFiles } from '../../testing/hostile/pdf-files.ts'
import { sheetFiles } from '../../testing/hostile/sheet-files.ts'
import { textFiles } from '../../testing/hostile/text-files.ts'
import { xmlFiles } from '../../testing/hostile/xml-files.ts'
import { zipFiles } from '../../testing/hostile/zip-files.ts'
import { warmUpCleaning } from '../cleaning/clean-text.ts'
import { parseDocument } from '../parse.ts'
import { type ParseAnswer, ParsePool } from '../parse-in-worker.ts'

const sets = {
  zipFiles,
  xmlFiles,
  officeFiles,
  sheetFiles,
  textFiles,
  htmlFiles,
  pdfFiles,
  foreignFiles,
}
const all = Object.values(sets).flat()

/** What is wrong with the answer; nothing when it is as it has to be. */
function faultsOf({ expected }: HostileFile, answer: ParseAnswer): readonly string[] {
  if ('length' in expected) {
    const got = answer.ok ? 'read' : answer.refusal.code
    return expected.includes(got) ? [] : [`${got}, not ${expected.join(' or ')}`]
  }
  if (!answer.ok) return [`refused: ${answer.refusal.code}`]
  const { text, warnings } = answer.value
  const { holds, lacks, warns } = expected
  return [
    ...(holds === undefined || text.includes(holds) ? [] : [`lacks ${holds}`]),
    ...(lacks !== undefined && text.includes(lacks) ? [`holds ${lacks}`] : []),
    ...(warns === undefined || warnings.some(({ code }) => code === warns) ? [] : [`no ${warns}`]),
  ]
}

describe('more than two hundred hostile files', () => {
  it('are as many as that, each with a name of its own', () => {
    expect(all.length).toBeGreaterThan(250)
    const names = Object.entries(sets).flatMap(([set, files]) =>
      files.map(({ name }) => set + name),
    )
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(Object.entries(sets))(
    '%s are refused by name or read without harm, each in less than a second of processor time',
    async (_, files) => {
      warmUpCleaning()
      const faults: string[] = []
      for (const file of files) {
        const bytes = file.make()
        const before = process.cpuUsage()
        const answer = await parseDocument(bytes, { fileName: file.fileName ?? '意见.docx' })
        const { user, system } = process.cpuUsage(before)
        for (const fault of faultsOf(file, answer)) faults.push(`${file.name}: ${fault}`)
        if (user + system > 1_000_000) faults.push(`${file.name}: ${(user + system) / 1000} ms`)
        if (!answer.ok && !/\p{Script=Han}.*。$/su.test(answer.refusal.zh))
          faults.push(`${file.name}: no sentence`)
      }
      expect(faults).toEqual([])
    },
    120_000,
  )
})

/** Enough to show that the pool bears them; each of them was read above. */
const some = all.filter((_, at) => at % 7 === 0)

describe('some of these files in the pool of processes', () => {
  const pool = new ParsePool()
  afterAll(() => pool.close())

  it('are answered as they are here', async () => {
    const answers = await Promise.all(
      some.map(async (file) => {
        const answer = await pool.parse(file.make(), { fileName: file.fileName ?? '意见.docx' })
        return faultsOf(file, answer).map((fault) => `${file.name}: ${fault}`)
      }),
    )
    expect(answers.flat()).toEqual([])
  }, 120_000)
})
