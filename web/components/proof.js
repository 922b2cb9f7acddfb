// The proof that nothing leaves: every request that this page made, counted by where it
// went. The browser keeps the list (Resource Timing) and enforces the promise (the page's
// Content Security Policy); this only shows both.

import { LitElement, css, html, nothing } from 'lit'
import { shared, dialogs, unseen } from '../style/shared.js'
import { say, number, bytes, moment } from '../words.js'

/** The page's own resources are listed up to this many. */
const listed = 40

/** Where there is little room, as a window or as an element in another page: the figure alone. */
const short = css`
  .long {
    ${unseen}
  }
  .short {
    display: inline;
  }
`

export class Proof extends LitElement {
  static properties = {
    own: { state: true },
    foreign: { state: true },
    shared: { state: true },
    newsroom: { attribute: false },
    blocked: { state: true },
    drawn: { state: true },
  }

  static styles = [
    shared,
    dialogs,
    css`
      .badge {
        gap: 0.45em;
        color: var(--ink-soft);
      }
      .dot {
        width: 0.5rem;
        height: 0.5rem;
        border-radius: 50%;
        background: var(--place);
        forced-color-adjust: none;
      }
      .short {
        display: none;
      }
      @media (max-width: 54rem) {
        ${short}
      }
      @container (max-width: 54rem) {
        ${short}
      }
      .badge.broken .dot {
        background: var(--event);
      }
      .big {
        margin-bottom: var(--unit);
        font: 1.0625rem/1.5 var(--serif);
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.25rem calc(var(--unit) * 1.5);
        margin: calc(var(--unit) * 1.5) 0;
      }
      dt {
        font-weight: 600;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      code,
      li {
        font: 0.75rem/1.6 var(--mono);
        overflow-wrap: anywhere;
      }
      ol.how {
        list-style: decimal;
        padding-inline-start: 1.25rem;
      }
      ol.how li {
        font: inherit;
        padding: 0.125rem 0;
      }
      details {
        margin-top: calc(var(--unit) * 1.5);
      }
      summary {
        cursor: pointer;
      }
    `,
  ]

  constructor() {
    super()
    /** @type {string[]} */
    this.own = []
    /** @type {string[]} */
    this.foreign = []
    /** @type {string[]} */
    this.blocked = []
    /** @type {import('../newsroom/newsroom.js').Newsroom | null} */
    this.newsroom = null
    /** Requests to the newsroom's archive, which the reader has asked for. */
    this.shared = 0
    /** Whether the dialog has been opened, and is drawn. */
    this.drawn = false
    /** @type {PerformanceObserver | null} */
    this.watching = null
    this.refused = (/** @type {SecurityPolicyViolationEvent} */ event) =>
      (this.blocked = [...this.blocked, event.blockedURI || event.violatedDirective])
  }

  connectedCallback() {
    super.connectedCallback()
    this.watching = new PerformanceObserver((list) => this.sort(list.getEntries()))
    this.watching.observe({ type: 'resource', buffered: true })
    document.addEventListener('securitypolicyviolation', this.refused)
  }

  disconnectedCallback() {
    super.disconnectedCallback()
    this.watching?.disconnect()
    document.removeEventListener('securitypolicyviolation', this.refused)
  }

  /** @param {PerformanceEntryList} entries */
  sort(entries) {
    const own = []
    const foreign = []
    for (const { name } of entries) {
      if (name.startsWith('data:') || name.startsWith('blob:')) continue
      if (this.isNewsroom(name)) this.shared++
      else if (new URL(name, location.href).origin === location.origin) own.push(new URL(name).pathname)
      else foreign.push(name)
    }
    if (own.length) this.own = [...this.own, ...own]
    if (foreign.length) this.foreign = [...this.foreign, ...foreign]
  }

  /** @param {string} address */
  isNewsroom(address) {
    return [...(this.newsroom?.homes ?? [])].some((home) => address.startsWith(`${home}api/`) || address === `${home}healthz`)
  }

  show() {
    this.drawn = true
    this.performUpdate()
    const root = /** @type {ShadowRoot} */ (this.renderRoot)
    const dialog = /** @type {HTMLDialogElement} */ (root.querySelector('dialog'))
    dialog.showModal()
  }

  render() {
    const n = this.foreign.length + this.shared
    return html`<button
        class="badge ${this.foreign.length ? 'broken' : ''}"
        data-requests=${n}
        title=${say('proof.title')}
        @click=${this.show}
      >
        <span class="dot" aria-hidden="true"></span><span class="long">${say('proof.badge', { n })}</span
        ><span class="short" aria-hidden="true">${number(n)}</span>
      </button>
      ${this.drawn ? this.contents(n) : nothing}`
  }

  /** @param {number} n requests that left the page */
  contents(n) {
    const connect = connectOf()
    const requests = this.newsroom?.requests ?? []
    return html`<dialog aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${say('proof.badge', { n })}</h2>
        <button
          aria-label=${say('close')}
          @click=${(/** @type {Event} */ e) => /** @type {Element} */ (e.target).closest('dialog')?.close()}
        >
          ✕
        </button>
      </div>
      <div class="body" tabindex="0" role="region" aria-labelledby="heading">
        <p class="big">${this.newsroom?.place.on ? say('proof.lead.newsroom', { url: this.newsroom.place.url }) : say('proof.lead', { connect })}</p>
        <dl>
          <dt>${number(this.foreign.length)}</dt>
          <dd>${say('proof.foreign')}</dd>
          ${this.shared
            ? html`<dt>${number(this.shared)}</dt>
                <dd>${say('proof.newsroom', this.newsroom?.sent)}</dd>`
            : nothing}
          <dt>${number(this.own.length)}</dt>
          <dd>${say('proof.own', { origin: location.origin })}</dd>
          <dt>${number(this.blocked.length)}</dt>
          <dd>${say('proof.blocked')}</dd>
        </dl>
        ${[...this.foreign, ...this.blocked].map((name) => html`<p><code>${name}</code></p>`)}
        ${requests.length ? html`<ul class="sent">${requests.map((one) => html`<li>${say(`proof.sent.${one.what}`, { title: one.title || say('untitled'), bytes: bytes(one.bytes), to: one.to, when: moment(one.when) })}</li>`)}</ul>` : nothing}
        <p><b>${say('proof.yourself')}</b></p>
        <ol class="how">
          <li>${say('proof.way.network')}</li>
          <li>${say('proof.way.offline')}</li>
          <li>${say(location.protocol === 'file:' ? 'proof.way.disk' : 'proof.way.policy', { connect })}</li>
        </ol>
        ${this.own.length
          ? html`<details>
              <summary>${say('proof.files')}</summary>
              <ul>
                ${this.own.slice(0, listed).map((name) => html`<li>${name}</li>`)}
              </ul>
            </details>`
          : nothing}
      </div>
    </dialog>`
  }
}

/** What the page may call, by the policy that it carries; an administrator may have added a newsroom's address. */
function connectOf() {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
  return /connect-src ([^;]*)/.exec(policy)?.[1].trim() ?? "'self'"
}

customElements.define('slugline-proof', Proof)
