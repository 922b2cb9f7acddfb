/** What wrangler makes of a WebAssembly file. */
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}

/** Pages of memory that a Go handler begins with: build/worker/worker.js puts the number in. */
declare const HANDLER_PAGES: number
