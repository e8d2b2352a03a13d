import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Builds the staff application into console/dist, for browsers as old as Chromium 86 and Safari 14.
 * `__CSP_NONCE__` is replaced by the server with a fresh value in every answer of index.html.
 * Source: ecosystem.md §0.1, §2.1 (targets, content security policy), §4 (page weights).
 */
export default defineConfig({
  plugins: [
    react(),
    {
      // A library asks Node for its cryptography where the browser has none; ours always has its own.
      name: 'own-cryptography',
      enforce: 'pre',
      resolveId: (id) => (id === 'crypto' ? '\0none' : null),
      load: (id) => (id === '\0none' ? 'export const webcrypto = undefined' : null),
    },
  ],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome86', 'safari14'],
    cssTarget: ['chrome86', 'safari14'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'tanstack', test: /node_modules\/@tanstack\// },
          ],
        },
      },
    },
  },
})
