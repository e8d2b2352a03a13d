/** `luoshi demo`: an invented county in mid-appraisal, one sign-in link per role. */
import { join } from 'node:path'
import { dayInChina } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { roleLabels } from '@luoshi/domain/people/roles'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { Hall } from '@luoshi/server/ballots/hall/hall'
import { readBoxPlace, type BoxPlace } from '@luoshi/server/ballots/hall/box-settings'
import { openHall } from '@luoshi/server/ballots/hall/open-hall'
import { demoLink } from '@luoshi/server/identity/link-addresses'
import type { Server } from '@luoshi/server/serve'
import { accounts } from '../demo/county.ts'
import { loadDemo } from '../demo/load-demo.ts'
import { openPast } from '../demo/replay.ts'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'
import { markedUntilDone, oneLoadAtATime, wasCutOff } from './load-once.ts'
import { clockNow, sayPlain, withOffice, type Office } from './office.ts'
import { openInBrowser } from './open-in-browser.ts'
import { portOf, runServer, serverOptions } from './run-server.ts'

const usage = 'luoshi demo [--load-only] [--data DIR] [--port 7410] [--json]'

export const demoCommand: Command = {
  summary: '演示县 · the demo county',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { ...serverOptions, 'load-only': 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const port = portOf(options)
    if (typeof port === 'string') return sayNotUnderstood(terminal, port, usage)
    const loaded = await load(options, terminal)
    if (loaded !== 0 || options.flag('load-only')) return loaded
    return runServer(options, terminal, port, (server) => greet(options, terminal, server))
  },
}

/** Loads the county once; a data folder that already has it is left as it is. */
async function load(options: Options, terminal: Terminal): Promise<ExitCode> {
  const today = dayInChina(clockNow())
  const past = openPast(today, -300)
  const json = options.flag('json')
  const place = readBoxPlace(terminal.env)
  if (!place.ok) return sayPlain(terminal, options, place.refusal)
  const act = async (office: Office): Promise<ExitCode> => {
    const { database } = office
    const all = await office.identity.congresses()
    if (all.some(({ demo }) => !demo)) return sayEarnest(terminal, json)
    if (all.length > 0) {
      if (await wasCutOff(database)) return sayCutOff(terminal, json)
      if (options.flag('load-only') && json)
        terminal.out(JSON.stringify({ ok: true, loaded: false }))
      else if (!json) terminal.out('演示县已在这个数据文件夹里，直接使用。')
      return 0
    }
    if (!json) terminal.out('正在装入演示县“清禾县”：按日期重放近三百天的办理过程……')
    const done = await withHall(office, terminal, place.value, (hall) =>
      markedUntilDone(database, () => loadDemo({ ...office, hall, past, today })),
    )
    if (options.flag('load-only') && json) {
      terminal.out(
        JSON.stringify({
          ok: true,
          loaded: true,
          congress: done.congress,
          opinions: done.opinions,
        }),
      )
    } else if (!json) {
      terminal.out('演示县已装好。')
    }
    return 0
  }
  const once = (office: Office) => oneLoadAtATime(office.database, () => act(office))
  return withOffice(options, terminal, once, past.now)
}

/** What the ballot cast in the story needs of the machine. Without a box it is counted on paper there, and that is said. */
async function withHall<Value>(
  { database }: Office,
  { env, err }: Terminal,
  place: BoxPlace,
  act: (hall: Hall) => Promise<Value>,
): Promise<Value> {
  const { dataDir } = database
  const hall = await openHall({
    dataDir,
    origin: () => '',
    failed: (failure) => {
      throw failure
    },
    box: {
      main: database,
      isBuiltIn: env['DATABASE_URL'] === undefined,
      boxUrl: place.databaseUrl,
      keyFolder: place.keyFolder ?? join(dataDir, 'keys'),
      host: '127.0.0.1',
      port: () => 0,
      publicUrl: null,
      isBehindProxy: false,
    },
  })
  try {
    // Before anything is written: a box that cannot live must not leave half a county.
    const box = await hall.box?.begin()
    if (box?.ok === false) {
      const { zh, en } = box.refusal.words
      err(`${withoutBox.zh}${zh.what}${zh.fix}`)
      err(`${withoutBox.en} ${en.what} ${en.fix}`)
    }
    return await act(hall)
  } finally {
    await hall.close()
  }
}

const withoutBox = {
  zh: '演示县照样装入，其中的无记名测评改为纸质票计数。',
  en: 'The demo county is loaded all the same; its secret ballot is counted on paper.',
}

function sayEarnest(terminal: Terminal, json: boolean): ExitCode {
  const words = bilingual(
    '这个数据文件夹里是正式数据，不能装入演示县。',
    '请用 --data 另选一个空文件夹。',
    'This data folder holds earnest data; the demo is not loaded into it.',
    'Choose an empty folder with --data.',
  )
  return sayRefusal(terminal, json, 'not-a-demo', words)
}

function sayCutOff(terminal: Terminal, json: boolean): ExitCode {
  const words = bilingual(
    '上一次装入演示县时中断了，这个数据文件夹里只有半个县。',
    '请删除这个数据文件夹，或者用 --data 另选一个空文件夹，再运行一次。',
    'The demo was cut off while it was loaded: this data folder holds half a county.',
    'Delete this data folder, or choose an empty one with --data, and run it again.',
  )
  return sayRefusal(terminal, json, 'demo-cut-off', words)
}

async function greet(
  options: Options,
  terminal: Terminal,
  { url, application }: Server,
): Promise<void> {
  const { identity } = application
  const congress = (await identity.congresses()).find(({ demo }) => demo)
  const links = congress ? await linksOf(identity, congress.id, url) : []
  if (options.flag('json')) {
    terminal.out(JSON.stringify({ ok: true, url, links }))
    return
  }
  terminal.out('')
  terminal.out(`工作台：${url}`)
  terminal.out('每个网址登录一次，用过再来请重新运行本命令：')
  for (const { name, roles, address } of links) {
    terminal.out(`  ${roles.map((role) => roleLabels[role].zh).join('、')}　${name}`)
    terminal.out(`    ${address}`)
  }
  terminal.out('按 Ctrl+C 停止。数据都在数据文件夹里，删掉它就回到起点。')
  openInBrowser(url, terminal)
}

/** Whoever may run this command on this machine may hand out the demo's links. */
const operator = {
  account: idOf('account', 'account_console'),
  name: '本机',
  roles: ['admin'],
  unit: null,
  official: null,
} as const

async function linksOf(identity: DemoIdentity, congress: CongressId, url: string) {
  const listed = await identity.accounts({ ...operator, congress })
  const known = listed.ok ? listed.value : []
  const order = accounts.map(({ login }) => login)
  const sorted = known.toSorted(
    (one, other) => order.indexOf(one.login) - order.indexOf(other.login),
  )
  const links = []
  for (const { id, login, name, roles } of sorted) {
    const token = await identity.makeDemoLink(congress, id)
    if (token.ok) links.push({ login, name, roles, address: demoLink(url, token.value) })
  }
  return links
}

type DemoIdentity = Server['application']['identity']
