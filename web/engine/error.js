/**
 * What goes wrong, as a value: `code` is for programs, `message` for the reader.
 *
 * - `start`: the engine could not start; the message says what to do.
 * - `input`: the engine refused the input; it is alive.
 * - `trap`: the engine broke off and has been replaced; the call may be made again.
 * - `closed`: the engine had been closed.
 */
export class EngineError extends Error {
  /**
   * @param {'start' | 'input' | 'trap' | 'closed'} code
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(code, message, options) {
    super(message, options)
    this.name = 'EngineError'
    this.code = code
  }
}
