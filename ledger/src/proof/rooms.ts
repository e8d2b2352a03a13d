/**
 * Room for runs of lines, used again and again: a file of a million events is read through a handful of buffers. Each has
 * its memory to itself, so that it can be handed to a thread and back.
 */
export const roomBytes = 256 * 1024

export type Room = Uint8Array<ArrayBuffer>

export type Rooms = Readonly<{
  /** At least so many bytes; what was in it before is still there. */
  take: (bytes: number) => Room
  /** Of a run that nobody looks at any more. */
  giveBack: (run: Room) => void
}>

/** More than are ever under way. */
const mostKept = 32

export function openRooms(): Rooms {
  const free: ArrayBuffer[] = []
  return {
    take: (bytes) =>
      new Uint8Array(
        (bytes <= roomBytes && free.pop()) || new ArrayBuffer(Math.max(roomBytes, bytes)),
      ),
    giveBack: ({ buffer }) => {
      if (buffer.byteLength === roomBytes && free.length < mostKept) free.push(buffer)
    },
  }
}
