/** The look of antd's parts: colours checked for contrast on white. Source: ecosystem.md §2.1 (tokens with 0 axe findings). */
import type { ThemeConfig } from 'antd'

export const theme: ThemeConfig = {
  token: {
    fontFamily: 'var(--font)',
    colorPrimary: '#0b57a8',
    colorLink: '#0b57a8',
    colorInfo: '#0b57a8',
    colorSuccess: '#1f7a33',
    colorSuccessBg: '#e8f5ea',
    colorError: '#c8161d',
    colorErrorBg: '#fdecec',
    colorWarning: '#8a5a00',
    colorWarningBg: '#fff6e0',
    colorText: '#1c2733',
    colorTextSecondary: '#465466',
    colorTextTertiary: 'rgba(0,0,0,.62)',
    colorTextPlaceholder: 'rgba(0,0,0,.62)',
    colorTextDescription: 'rgba(0,0,0,.62)',
    colorBorder: '#b9c4d2',
    colorBorderSecondary: '#dde4ec',
    colorBgLayout: '#f3f6fa',
    borderRadius: 4,
    borderRadiusLG: 6,
    controlHeight: 34,
    fontSize: 14,
    wireframe: false,
    // Nothing moves: forms are there at once, and a button that was busy never keeps its wheel when it is free again.
    motion: false,
    // What is under way turns; its words stay as readable as they were.
    opacityLoading: 1,
  },
  components: {
    Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
    Modal: { titleFontSize: 17 },
    Form: { itemMarginBottom: 18 },
    Segmented: { itemSelectedBg: '#ffffff', trackBg: '#e6ecf3' },
  },
}
