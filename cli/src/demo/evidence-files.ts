/** The demo's evidence: a note and a picture, made here, so that no real file of anybody is shipped. */
import { crc32, deflateSync } from 'node:zlib'

export type EvidenceFile = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

export function evidenceFiles(): readonly EvidenceFile[] {
  const note = [
    '现场排查记录（演示）',
    '一、排查范围：青石街、柳河镇、沙湾码头等十二处。',
    '二、发现问题：渗漏点七处，警示标志缺失三处。',
    '三、处理情况：已修复五处，其余两处已列入施工计划。',
    '四、参加人员：业务股、乡镇水利站、群众代表两名。',
  ].join('\n')
  return [
    { name: '现场排查记录.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode(note) },
    { name: '青石街-整改前.png', mediaType: 'image/png', bytes: ground('before') },
    { name: '青石街-整改后.png', mediaType: 'image/png', bytes: ground('after') },
  ]
}

/** A road under a sky, broken or whole: 640 × 400, 8-bit colours. Source of the format: PNG, ISO/IEC 15948. */
function ground(side: 'before' | 'after'): Uint8Array {
  const [width, height] = [640, 400]
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      rows.set(colourAt(x, y, side), y * (width * 3 + 1) + 1 + x * 3)
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    magic,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number, side: 'before' | 'after'): readonly number[] {
  if (y < 160) return [176 - (y >> 2), 206, 232]
  const onRoad = Math.abs(x - 320) < 60 + (y - 160)
  if (!onRoad) return side === 'before' ? [150 - (y >> 3), 128, 92] : [96, 148 - (y >> 3), 84]
  const hole = side === 'before' && (x - 280) ** 2 / 4 + (y - 300) ** 2 < 1600
  if (hole) return [70, 60, 52]
  const line = side === 'after' && Math.abs(x - 320) < 4 && (y >> 4) % 2 === 0
  return line ? [250, 250, 245] : [118, 120, 124]
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
