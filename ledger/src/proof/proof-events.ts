/** The events of a proof file, one after the other. That they are true is what verifying the file says. */
import { textLines } from './check-events.ts'
import { parseJson, readEventLine, type EventLine } from './proof-lines.ts'
import { openRooms } from './rooms.ts'
import { wholeLines } from './whole-lines.ts'

export async function* proofEvents(file: string): AsyncGenerator<EventLine> {
  const rooms = openRooms()
  for await (const run of wholeLines(file, rooms)) {
    for (const text of textLines(run)) {
      const line = text.startsWith('[') ? readEventLine(parseJson(text)) : null
      if (line !== null) yield line
    }
    rooms.giveBack(run)
  }
}
