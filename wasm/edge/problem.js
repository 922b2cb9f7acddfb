/**
 * Errors as RFC 9457 problem details, and the headers that every answer carries. The Go
 * handler (api/problem.go) says its own in the same words.
 */

/** Strict, for answers that are data: nothing in them may run, be framed or be kept. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  'Cache-Control': 'no-store',
}

const TITLES = /** @type {Record<number, string>} */ ({
  400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 408: 'Request Timeout',
  413: 'Content Too Large', 415: 'Unsupported Media Type', 422: 'Unprocessable Content', 429: 'Too Many Requests',
  500: 'Internal Server Error', 503: 'Service Unavailable',
})

/** An error that the client is told of. */
export class Problem extends Error {
  /**
   * @param {number} status
   * @param {string} code the last part of its type, urn:slugline:problem:code
   * @param {string} detail what to do
   * @param {Record<string, string>} [headers]
   */
  constructor(status, code, detail, headers = {}) {
    super(detail)
    this.status = status
    this.code = code
    this.headers = headers
  }

  response() {
    const { status, code, message: detail, headers } = this
    return new Response(JSON.stringify({ type: `urn:slugline:problem:${code}`, title: TITLES[status], status, detail }), {
      status,
      headers: { ...headers, 'Content-Type': 'application/problem+json' },
    })
  }
}

/** The answer with the headers that all have, and those of the cross-origin check. @param {Response} response @param {Record<string, string>} extra */
export function sealed(response, extra) {
  const headers = new Headers(response.headers)
  for (const [name, value] of Object.entries({ ...HEADERS, ...extra })) headers.set(name, value)
  return new Response(response.body, { status: response.status, headers })
}
