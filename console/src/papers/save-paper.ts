/** Fetches a paper and saves it under the name the server gave it; a refusal comes back as its sentence. */
import { problem } from '@luoshi/server/contract/problem'

/** @returns what was refused, in both languages; null when it was saved. */
export async function savePaper(address: string) {
  const answer = await fetch(address)
  if (!answer.ok) {
    const said = problem.safeParse(await answer.json())
    return said.success ? said.data : null
  }
  const file = URL.createObjectURL(await answer.blob())
  const [, name = ''] =
    /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  const link = document.createElement('a')
  link.href = file
  link.download = decodeURIComponent(name)
  link.click()
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(file), 60_000)
  return null
}
