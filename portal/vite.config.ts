import { defineConfig } from 'vite'

/**
 * Builds the scripts and styles of the public pages into portal/dist, for browsers as old as Chromium 86 and Safari 14.
 * The pages themselves are rendered by the server, which finds the hashed names in `built.json`.
 * Source: ecosystem.md §3.4 (old Chromium), §4 (page weights).
 */
export default defineConfig({
  base: '/portal/',
  plugins: [
    {
      // A library asks Node for its cryptography where the browser has none; ours always has its own.
      name: 'own-cryptography',
      enforce: 'pre',
      resolveId: (id) => (id === 'crypto' ? '\0none' : null),
      load: (id) => (id === '\0none' ? 'export const webcrypto = undefined' : null),
    },
    {
      // Nothing is preloaded, and no part that is fetched later brings styles: the helper would only weigh.
      name: 'no-preload-helper',
      enforce: 'pre',
      load: (id) =>
        id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null,
    },
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'built.json',
    target: ['chrome86', 'safari14'],
    cssTarget: ['chrome86', 'safari14'],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        base: 'src/base/main.ts',
        ballots: 'src/ballots/main.ts',
        surveys: 'src/surveys/main.ts',
      },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
})
