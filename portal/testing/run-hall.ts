/** A hall to look at: prints its address; keys i, v, c turn to issuing, voting and closed. Needs a built portal. */
import { builtPortal } from './built-portal.ts'
import { openHall } from './hall.ts'

const hall = await openHall(await builtPortal(), {
  rehearsal: process.argv.includes('--rehearsal'),
})
console.log(`${hall.url}/vote/${hall.ballot}#slip=slip-1`)
process.stdin.on('data', (typed) => {
  const key = typed.toString().trim()
  if (key === 'i') hall.phase = 'issuing'
  if (key === 'v') hall.open()
  if (key === 'c') void hall.close()
  console.log(hall.phase)
})
