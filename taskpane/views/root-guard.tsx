import type { ReactNode } from 'react'
import { Guard } from './guard'

/** Around the whole page: whatever fails in drawing it, a sentence and a way on stand there, and never a white page. No control of ours draws it. */
export function RootGuard({ children }: { readonly children: ReactNode }) {
  return <Guard fallback={<Broken />}>{children}</Guard>
}

function Broken() {
  return (
    <main role="alert" style={{ padding: 16, fontFamily: 'sans-serif', lineHeight: 1.6 }}>
      <p lang="zh-CN">页面没能显示。工作簿没有改动。请重新载入；如果还是这样，请清除本页的浏览数据，或改用命令行 plancheck check。</p>
      <p lang="en">The page could not be shown. The workbook is unchanged. Load it again; if that does not help, clear this page's browsing data, or use the command line, plancheck check.</p>
      <button type="button" onClick={() => { location.reload() }}>重新载入 · Load again</button>
    </main>
  )
}
