/** The events of a proof file, one after the other. That they are true is what verifying the file says. */
import { parseJson, readEventLine, type EventLine } from './proof-lines.ts'
import { wholeLines } from './whole-lines.ts'

export async function* proofEvents(file: string): AsyncGenerator<EventLine> {
  for await (const run of wholeLines(file)) {
    for (const text of run.toString('utf8').split('\n')) {
      const line = text.startsWith('[') ? readEventLine(parseJson(text)) : null
      if (line !== null) yield line
    }
  }
}
