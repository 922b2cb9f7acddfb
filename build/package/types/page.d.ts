import type { Analysis, Correction, Format } from './engine/index.js'

/** <slugline-analyzer>, which importing slugline/page registers. */
export interface SluglineAnalyzer extends HTMLElement {
  /** `off`: nothing is kept. Read when the element enters the page. */
  archive: string | null
  /** The folder of engine.wasm and the Workers' scripts, where they do not lie beside the script. Read when the element enters the page. */
  base: string | null
  /** The reader can neither edit the text nor put another in its place. */
  readonly: boolean
  /** What is shown, as far as it is typed. Setting it shows and analyses another text; '' leaves it. */
  text: string
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
