/**
 * Wraps the console in what every part needs: antd's style for old Chromium and a strict content security policy,
 * the language, what was read from the server, the router. Source: ecosystem.md §0.1, §2.1.
 */
import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntdApp, ConfigProvider } from 'antd'
import enUS from 'antd/es/locale/en_US'
import zhCN from 'antd/es/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { queryClient } from '../api/query-client.ts'
import { theme } from '../theme/theme.ts'
import { useLanguage } from '../words/language.ts'

import { router } from './router.ts'
import { lendNonceToStyles, nonce } from './style-nonce.ts'

lendNonceToStyles()

const transformers = [legacyLogicalPropertiesTransformer]

export function App() {
  const language = useLanguage()
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  return (
    <StyleProvider hashPriority="high" transformers={transformers}>
      <ConfigProvider
        theme={theme}
        csp={{ nonce }}
        locale={language === 'zh' ? zhCN : enUS}
        button={{ autoInsertSpace: false }}
      >
        <AntdApp component={false} message={{ maxCount: 3 }}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </StyleProvider>
  )
}
