/** A hall to look at: prints its address; keys i, v, c turn to issuing, voting and closed. Needs a built portal. */
import { join } from 'node:path'
import { portalFiles } from '@luoshi/server/http/portal-files'
import { openHall } from './hall.ts'

const portal = await portalFiles(join(import.meta.dirname, '..', 'dist'))
if (!portal) throw new Error('npm run build comes first')
const hall = await openHall(portal, { rehearsal: process.argv.includes('--rehearsal') })
console.log(`${hall.url}/vote/${hall.ballot}#slip=slip-1`)
process.stdin.on('data', (typed) => {
  const key = typed.toString().trim()
  if (key === 'i') hall.phase = 'issuing'
  if (key === 'v') hall.open()
  if (key === 'c') void hall.close()
  console.log(hall.phase)
})
