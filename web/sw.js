// The service worker: keeps the page's own files, one cache a version, so that the page
// opens without a network. It answers only for files it was given; anything else goes to the
// network, where the page's policy stops what is not its own.
//
// The list stands in precache.json beside the page: {"version": "…", "files": ["./", …]},
// written by the build from the files' contents. The version is also part of this file's
// bytes there, so that a browser notices a new edition.

/** The worker's own scope, which the page's typings do not know. @type {any} */
const worker = globalThis
const prefix = 'slugline-'

/** @returns {Promise<{ version: string, files: string[] }>} */
async function list() {
  const answer = await fetch('precache.json', { cache: 'no-store' })
  if (!answer.ok) throw new Error(`precache.json: ${answer.status}`)
  return answer.json()
}

async function install() {
  const { version, files } = await list()
  const cache = await caches.open(prefix + version)
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })))
}

async function activate() {
  const { version } = await list()
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== prefix + version) await caches.delete(name)
  await worker.clients.claim()
}

/** @param {Request} request */
async function answer(request) {
  const kept = await caches.match(request, { ignoreSearch: request.mode === 'navigate' })
  return kept ?? fetch(request)
}

/**
 * What another program of the device has shared (the manifest's share_target). It goes to the
 * page in the address's fragment, as from the bookmarklet, and to no server.
 * @param {Request} request
 */
async function shared(request) {
  const form = await request.formData()
  const [title, text, from] = ['title', 'text', 'url'].map((key) => String(form.get(key) ?? '').slice(0, 400_000))
  return Response.redirect(`./#story=${encodeURIComponent(JSON.stringify({ title, text: text || from, from }))}`, 303)
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()))
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()))
worker.addEventListener('message', (/** @type {MessageEvent} */ event) => event.data === 'take over' && worker.skipWaiting())
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event
  if (request.method === 'POST' && request.url === new URL('share', worker.registration.scope).href) return event.respondWith(shared(request))
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return
  event.respondWith(answer(request))
})
