/** The house's borders. Each rule is proved by a planted fault in scripts/boundaries.test.ts. */
const layer = (name) => `^${name}/src/`
const only = (from, allowed, why) => ({
  name: `${from}-imports-only-${allowed.join('-') || 'nothing'}`,
  comment: why,
  severity: 'error',
  from: { path: layer(from), pathNot: '\\.test\\.tsx?$|/testing/' },
  to: { path: '^(domain|ledger|papers|server|console|cli|bench|e2e)/', pathNot: [from, ...allowed].map((one) => `^${one}/`) },
})

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'domain-is-pure', comment: 'no Node, no library in the rules', severity: 'error', from: { path: layer('domain'), pathNot: '\\.test\\.ts$|/testing/' }, to: { pathNot: '^domain/src/' } },
    only('ledger', ['domain'], 'the ledger stands on the rules alone'),
    only('papers', ['domain'], 'papers know the rules, not the database'),
    only('server', ['domain', 'ledger', 'papers'], 'imports go down only'),
    only('console', ['domain', 'server'], 'the console takes rules, and types from the server'),
    { name: 'console-takes-types-from-server', severity: 'error', from: { path: layer('console') }, to: { path: '^server/', pathNot: '/contract/|/contract\\.ts$', dependencyTypesNot: ['type-only'] } },
    { name: 'nobody-imports-the-fronts', severity: 'error', from: { pathNot: '^(console|cli|e2e|bench)/|\\.test\\.ts$' }, to: { path: '^(console|cli|e2e)/' } },
    { name: 'no-test-code-in-the-product', severity: 'error', from: { path: '/src/', pathNot: '\\.test\\.tsx?$|/testing/' }, to: { path: '\\.test\\.tsx?$|/testing/' } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)dist/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js'] },
  },
}
