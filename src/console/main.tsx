/** Starts the console: key out of the address, theme, language, queries, scenes. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './api.ts'
import { App } from './app.tsx'
import { takeKeyFromAddress } from './key.ts'
import { LanguageProvider } from './parts/language.tsx'
import { NoticeProvider } from './parts/notices.tsx'
import { readTheme, showTheme } from './parts/theme.ts'
import './style/tokens.css'
import './style/base.css'
import './style/parts.css'
import './style/scenes.css'
import './style/chart.css'
import './style/report.css'

takeKeyFromAddress()
showTheme(readTheme())

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only silence is worth asking again.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
      retryDelay: 600,
    },
  },
})

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <LanguageProvider>
          <NoticeProvider>
            <App />
          </NoticeProvider>
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
