import type { Analysis, Correction, Format } from './engine/index.js'

/** <slugline-analyzer>, which importing slugline/page registers. */
export interface SluglineAnalyzer extends HTMLElement {
  /** `off`: nothing is kept. Read when the element enters the page. */
  archive: string | null
  readonly story: { id: string; title: string; text: string } | null
  readonly analysis: Analysis | null
  analyze(given: string | { title?: string; text: string }): Promise<Analysis>
  export(format: Format): Promise<string>
  clear(): void
}

declare global {
  interface HTMLElementTagNameMap {
    'slugline-analyzer': SluglineAnalyzer
  }
  interface HTMLElementEventMap {
    'slugline-analysis': CustomEvent<{ analysis: Analysis; title: string; text: string }>
    'slugline-correction': CustomEvent<{ correction: Correction; everywhere: boolean }>
  }
}
