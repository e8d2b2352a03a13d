/** The whole API as OpenAPI 3.1, made from the contract that the server mounts and the console calls. */
import * as accounts from './contract/accounts.ts'
import * as appraisals from './contract/appraisals.ts'
import * as archives from './contract/archives.ts'
import * as countyBooks from './contract/county-books.ts'
import * as ballots from './contract/ballots.ts'
import * as audit from './contract/audit.ts'
import * as calendar from './contract/calendar.ts'
import * as delegations from './contract/delegations.ts'
import * as defences from './contract/defences.ts'
import * as desk from './contract/desk.ts'
import * as indicators from './contract/indicators.ts'
import * as effects from './contract/effects.ts'
import * as erasures from './contract/erasures.ts'
import * as drawings from './contract/drawings.ts'
import * as selfChecks from './contract/self-checks.ts'
import * as yearPlans from './contract/yearplans.ts'
import * as inquiries from './contract/inquiries.ts'
import * as inquiryReport from './contract/inquiry-report.ts'
import * as sealed from './contract/sealed.ts'
import * as evidence from './contract/evidence.ts'
import * as quarantine from './contract/quarantine.ts'
import * as handOvers from './contract/hand-overs.ts'
import * as imports from './contract/imports.ts'
import * as mappings from './contract/mappings.ts'
import * as ledgers from './contract/ledgers.ts'
import type { Endpoint } from './contract/kit.ts'
import { matterStep, matterSteps } from './contract/matter-steps.ts'
import * as matters from './contract/matters.ts'
import * as messages from './contract/messages.ts'
import * as letters from './contract/letters.ts'
import * as reports from './contract/reports.ts'
import * as samples from './contract/samples.ts'
import * as meetings from './contract/meetings.ts'
import * as opinions from './contract/opinions.ts'
import * as people from './contract/people.ts'
import * as papers from './contract/papers.ts'
import { problem } from './contract/problem.ts'
import * as proofs from './contract/proofs.ts'
import * as recusals from './contract/recusals.ts'
import * as roster from './contract/roster.ts'
import * as rosters from './contract/rosters.ts'
import * as ruleBooks from './contract/rule-books.ts'
import * as savedViews from './contract/saved-views.ts'
import * as secretBallots from './contract/secret-ballots.ts'
import * as session from './contract/session.ts'
import * as terms from './contract/terms.ts'
import * as briefings from './contract/briefings.ts'
import * as comebacks from './contract/comebacks.ts'
import * as consequences from './contract/consequences.ts'
import * as pendingActs from './contract/pending-acts.ts'
import * as stepUp from './contract/step-up.ts'
import * as supervision from './contract/supervision.ts'
import * as surveyTexts from './contract/survey-texts.ts'
import * as surveyFile from './contract/survey-file.ts'
import * as surveyResults from './contract/survey-results.ts'
import * as surveyFrames from './contract/survey-frames.ts'
import * as surveyPapers from './contract/survey-papers.ts'
import * as surveyCoverage from './contract/survey-coverage.ts'
import * as surveys from './contract/surveys.ts'
import * as signInRules from './contract/sign-in-rules.ts'
import * as unifiedIdentity from './contract/unified-identity.ts'
import * as voices from './contract/voices.ts'
import { notFound } from './execute/refused.ts'
import { isJson, operationOf, refusedWith, schemaOf, type Json } from './openapi-operation.ts'
import { apiGuide, refusalWords } from './openapi-words.ts'

const capabilities = {
  archives,
  supervision,
  comebacks,
  consequences,
  briefings,
  voices,
  meetings,
  ballots,
  secretBallots,
  messages,
  letters,
  reports,
  samples,
  surveyFile,
  surveyResults,
  surveyTexts,
  effects,
  indicators,
  surveys,
  surveyFrames,
  surveyPapers,
  surveyCoverage,
  session,
  desk,
  calendar,
  matters,
  defences,
  ledgers,
  papers,
  opinions,
  imports,
  mappings,
  appraisals,
  yearPlans,
  drawings,
  selfChecks,
  inquiries,
  inquiryReport,
  sealed,
  people,
  recusals,
  roster,
  rosters,
  terms,
  handOvers,
  evidence,
  quarantine,
  ruleBooks,
  countyBooks,
  proofs,
  savedViews,
  erasures,
  accounts,
  signInRules,
  delegations,
  audit,
  unifiedIdentity,
  stepUp,
  pendingActs,
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'path' in value && 'answer' in value
}

type Tagged = Readonly<{ tag: string; spec: Endpoint }>

export function allEndpoints(): readonly Tagged[] {
  const named = Object.entries(capabilities).flatMap(([tag, file]) =>
    Object.values(file)
      .filter(isEndpoint)
      .map((spec) => ({ tag, spec })),
  )
  const steps = matterSteps.map((step) => ({ tag: 'matters', spec: matterStep(step) }))
  return [...named, ...steps]
}

export function openApi(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const { tag, spec } of allEndpoints()) {
    const path = spec.path.replaceAll(/:([a-zA-Z0-9]+)/g, '{$1}')
    const method = spec.method.toLowerCase()
    const known = paths[path]?.[method]
    const operation = operationOf(tag, spec)
    paths[path] = { ...paths[path], [method]: known ? merged(known, operation) : operation }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '落实 Luoshi',
      version,
      summary: 'From an opinion raised to every matter satisfied.',
      description: apiGuide,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-luoshi',
          description:
            'Begun at `/sign-in`; on the server’s own machine it is called `luoshi-PORT`',
        },
      },
      schemas: { Problem: { ...schemaOf(problem, 'output'), examples: [problemExample] } },
      responses: Object.fromEntries(
        Object.entries(refusalWords).map(([name, { words }]) => [name, refusedWith(words)]),
      ),
    },
  }
}

/** One address that takes bytes or JSON: two contents of one operation. */
function merged(known: unknown, further: Json): Json {
  const contents = [known, further].map((one) =>
    isJson(one) && isJson(one['requestBody']) && isJson(one['requestBody']['content'])
      ? one['requestBody']['content']
      : {},
  )
  const content = Object.assign({}, ...contents)
  return { ...(isJson(known) ? known : {}), requestBody: { required: true, content } }
}

/** As the server answers it; `openapi.test.ts` holds it against the schema. */
const { zh, en } = notFound().refusal.words
const problemExample = {
  type: 'about:blank',
  title: en.what,
  status: 404,
  code: 'not-found',
  zh,
  en,
}
