/** What wrangler makes of a WebAssembly file. */
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
