/** The table of commands, and the way from a line to one of them. Commands are loaded when asked for. */
import type { Command, ExitCode, Terminal } from './frame/command.ts'
import { nearest } from './frame/nearest.ts'
import { runForPrograms, runOrExplain } from './frame/one-json-value.ts'

const commands: Readonly<
  Record<string, Readonly<{ summary: string; load: () => Promise<Command> }>>
> = {
  serve: {
    summary: '启动服务 · start the server',
    load: async () => (await import('./running/serve.ts')).serveCommand,
  },
  demo: {
    summary: '演示县 · the demo county',
    load: async () => (await import('./running/demo.ts')).demoCommand,
  },
  parse: {
    summary: '读文件分条 · read a document',
    load: async () => (await import('./papers/parse.ts')).parseCommand,
  },
  import: {
    summary: '导入意见 · import opinions',
    load: async () => (await import('./papers/import.ts')).importCommand,
  },
  ledger: {
    summary: '查台账 · list matters',
    load: async () => (await import('./matters/ledger.ts')).ledgerCommand,
  },
  paper: {
    summary: '公文：出文、版式、字体 · official papers',
    load: async () => (await import('./papers/paper.ts')).paperCommand,
  },
  archive: {
    summary: '归档和核验 · archive an appraisal',
    load: async () => (await import('./archive/archive.ts')).archiveCommand,
  },
  rule: {
    summary: '按规则计票 · count a ballot',
    load: async () => (await import('./verdicts/rule-count.ts')).ruleCommand,
  },
  effect: {
    summary: '前后有没有变化 · what two surveys show',
    load: async () => (await import('./surveys/effect.ts')).effectCommand,
  },
  survey: {
    summary: '问卷调查 · surveys and how far they reach',
    load: async () => (await import('./surveys/survey.ts')).surveyCommand,
  },
  rulebook: {
    summary: '办法 · rule books',
    load: async () => (await import('./rule-books/rulebook.ts')).rulebookCommand,
  },
  ballot: {
    summary: '复核无记名测评 · verify a secret ballot',
    load: async () => (await import('./ballots/ballot.ts')).ballotCommand,
  },
  lot: {
    summary: '复算抽签 · verify a drawing',
    load: async () => (await import('./appraisals/lot.ts')).lotCommand,
  },
  rights: {
    summary: '权限表 · who may do what',
    load: async () => (await import('./people/rights.ts')).rightsCommand,
  },
  recover: {
    summary: '忘记密码：生成一次性链接 · a way back in',
    load: async () => (await import('./people/recover.ts')).recoverCommand,
  },
  deadline: {
    summary: '推算期限 · count a time limit',
    load: async () => (await import('./calendar/deadline.ts')).deadlineCommand,
  },
  export: {
    summary: '导出证明 · export the proof',
    load: async () => (await import('./ledger/export.ts')).exportCommand,
  },
  verify: {
    summary: '离线核验 · verify a proof',
    load: async () => (await import('./ledger/verify.ts')).verifyCommand,
  },
  backup: {
    summary: '备份 · write a backup',
    load: async () => (await import('./ledger/backup.ts')).backupCommand,
  },
  restore: {
    summary: '恢复 · restore a backup',
    load: async () => (await import('./ledger/restore.ts')).restoreCommand,
  },
  evidence: {
    summary: '佐证文件：核对、搬家、清理 · the files of evidence',
    load: async () => (await import('./evidence/evidence.ts')).evidenceCommand,
  },
  bench: {
    summary: '测性能 · measure',
    load: async () => (await import('./running/bench.ts')).benchCommand,
  },
}

export async function luoshi(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined) return sayCommands(terminal, 2)
  if (['--version', '-V', '-v', 'version'].includes(name)) return sayVersion(rest, terminal)
  if (asksForHelp(name) || name === 'help') {
    // `luoshi help serve` asks for what `luoshi serve --help` tells.
    const about = rest.find((word) => !word.startsWith('-'))
    return about === undefined ? sayCommands(terminal, 0) : luoshi([about, '--help'], terminal)
  }
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!found) return sayNoCommand(name, rest, terminal)
  const command = await found.load()
  if (rest.some(asksForHelp)) {
    terminal.out(command.summary)
    terminal.out(`用法 Usage: ${command.usage}`)
    return 0
  }
  const run = rest.includes('--json') ? runForPrograms : runOrExplain
  return run(command, rest, terminal)
}

function asksForHelp(word: string): boolean {
  return word === '--help' || word === '-h'
}

function sayCommands({ out }: Terminal, exit: ExitCode): ExitCode {
  out('落实 luoshi：事事有交待，件件有落实')
  for (const [key, { summary }] of Object.entries(commands))
    out(`  luoshi ${key.padEnd(8)} ${summary}`)
  out('  luoshi 命令 --help 看用法 · luoshi --version 看版本 · usage of a command, version')
  out(
    '  --data DIR 数据文件夹（默认 ./data） · --json 给程序读 · 退出码 0 完成 1 依规则不予办理 2 没有看懂',
  )
  return exit
}

async function sayVersion(rest: readonly string[], { out }: Terminal): Promise<ExitCode> {
  const { luoshiVersion: version } = await import('@luoshi/ledger/engine/data-folder')
  out(rest.includes('--json') ? JSON.stringify({ ok: true, version }) : `luoshi ${version}`)
  return 0
}

function sayNoCommand(name: string, rest: readonly string[], { out, err }: Terminal): ExitCode {
  const meant = nearest(name, Object.keys(commands))
  const [zh, en] = name.startsWith('-')
    ? [
        `命令要写在选项“${name}”前面，如 luoshi ledger list --data DIR。`,
        `The command comes before the option “${name}”: luoshi ledger list --data DIR.`,
      ]
    : meant === undefined
      ? [`没有“${name}”这个命令。`, `There is no command “${name}”.`]
      : [
          `没有“${name}”这个命令，是不是想写 ${meant}？`,
          `There is no command “${name}”; did you mean ${meant}?`,
        ]
  const words = { zh: { what: zh, fix: '' }, en: { what: en, fix: '' } }
  if (rest.includes('--json')) out(JSON.stringify({ ok: false, code: 'not-understood', ...words }))
  err(`${zh} ${en}`)
  err(`请用 Use: ${Object.keys(commands).join(' ')}`)
  return 2
}
