/** Files on their way to the server: how far each is, and what came of it. */
import { endingOf, fileKinds, mostMegabytes } from '@luoshi/domain/evidence/file-kinds'
import { useState } from 'react'
import { useLanguage, useWords } from '../../../words/language.ts'
import { problemOf } from '../../../api/problem.ts'
import type { KeptFile } from '../next/form-values.ts'
import { uploadEvidence } from './upload.ts'

type Upload = Readonly<{ key: number; name: string; percent: number; error: string | null }>

let lastKey = 0

export function useUploads(
  onKept: (file: KeptFile) => void,
  onBusy: (more: 1 | -1) => void,
): Readonly<{ uploads: readonly Upload[]; add: (files: Iterable<File>) => void }> {
  const { evidence: words } = useWords().matterPage
  const language = useLanguage()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const change = (key: number, next: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one)))

  async function send(file: File): Promise<void> {
    lastKey += 1
    const key = lastKey
    const name = file.name === '' || file.name === 'image.png' ? `${words.pasted}.png` : file.name
    const most = megabytesFor(name)
    const tooLarge = file.size > most * 1024 * 1024
    const error = tooLarge ? words.tooLarge(name, most) : null
    setUploads((all) => [...all, { key, name, percent: 0, error }])
    if (tooLarge) return
    onBusy(1)
    try {
      onKept(await uploadEvidence(file, name, (percent) => change(key, { percent })))
      setUploads((all) => all.filter((one) => one.key !== key))
    } catch (failure) {
      const { what, fix } = problemOf(failure)[language]
      change(key, { error: `${words.failed(name)}：${what}${fix}` })
    } finally {
      onBusy(-1)
    }
  }

  return {
    uploads,
    add: (files) => {
      for (const file of files) void send(file)
    },
  }
}

/** The limit of its kind, by its name; what it is, the server finds out. */
function megabytesFor(name: string): number {
  const ending = endingOf(name)
  return (
    fileKinds.find(({ endings }) => endings.some((one) => one === ending))?.megabytes ??
    mostMegabytes
  )
}
