/** The engine's module, carried inside the script: startEngine({ wasm: engine }). */
export function engine(): Promise<ArrayBuffer>
