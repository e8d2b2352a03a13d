/** Settings of the transport that cannot be: what is wrong with them, and how to write them. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import type { TransportRuleRefusal } from './transport.ts'

export function explainTransportRule({ code, given }: TransportRuleRefusal): Bilingual {
  switch (code) {
    case 'public-url-unfit':
      return bilingual(
        `LUOSHI_PUBLIC_URL 的值“${given}”不能用。`,
        '请写成以 https:// 开头、后面不带路径的地址，例如 https://luoshi.example.gov.cn；只在本机使用时不要设置它。',
        `LUOSHI_PUBLIC_URL is "${given}", which cannot be used.`,
        'Write an https:// address without a path, such as https://luoshi.example.org; for use on this machine only, leave it out.',
      )
    case 'proxy-unfit':
      return bilingual(
        `可信代理“${given}”不是网络地址。`,
        '请写 IP 地址或网段，多个用逗号分开，例如 10.0.0.5, 10.1.0.0/16。',
        `The trusted proxy "${given}" is no network address.`,
        'Write IP addresses or networks, separated by commas, such as 10.0.0.5, 10.1.0.0/16.',
      )
  }
}
