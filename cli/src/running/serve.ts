/** `luoshi serve`: the server, on an empty data folder with a first-run key ceremony. */
import { setupLink } from '@luoshi/server/identity/link-addresses'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { portOf, runServer, serverOptions } from './run-server.ts'

const usage = 'luoshi serve [--data DIR] [--port 7410] [--host 127.0.0.1] [--verbose] [--json]'

export const serveCommand: Command = {
  summary: '启动服务 · start the server',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, serverOptions)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const port = portOf(options)
    if (typeof port === 'string') return sayNotUnderstood(terminal, port, usage)
    return runServer(options, terminal, port, async ({ url, application }) => {
      const { identity } = application
      const congresses = await identity.congresses()
      const token = congresses.length === 0 ? await identity.makeSetupLink() : null
      const setup = token === null ? null : setupLink(url, token)
      if (options.flag('json')) {
        terminal.out(JSON.stringify({ ok: true, url, setup }))
        return
      }
      terminal.out(`落实已启动：${url}`)
      if (congresses.some(({ demo }) => demo)) {
        terminal.out(
          '这个数据文件夹里是演示县。正式使用请用 --data 另选文件夹。登录网址请用 luoshi demo 打印。',
        )
      }
      if (setup !== null) {
        terminal.out('第一次使用：请在浏览器打开下面的一次性网址，完成首次设置。')
        terminal.out(`  ${setup}`)
      }
      terminal.out('按 Ctrl+C 停止。')
    })
  },
}
