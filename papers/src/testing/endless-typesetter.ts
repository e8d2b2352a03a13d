/** Stands in for native code that never comes back: it takes an ask and keeps its processor busy. */
import process from 'node:process'

process.on('message', () => {
  for (;;);
})
