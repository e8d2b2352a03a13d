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
    { name: '整改前后对照.png', mediaType: 'image/png', bytes: beforeAndAfter() },
  ]
}

/** Two fields side by side, earth and green: 320 × 160, 8-bit colours. Source of the format: PNG, ISO/IEC 15948. */
function beforeAndAfter(): Uint8Array {
  const [width, height] = [320, 160]
  const rows = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      const [red, green, blue] =
        x < width / 2 ? [150 - (y >> 2), 118, 84] : [86, 140 - (y >> 2), 92]
      rows.set(Math.abs(x - width / 2) < 2 ? [255, 255, 255] : [red, green, blue], at)
    }
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

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
