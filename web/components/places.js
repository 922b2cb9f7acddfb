// The places of the story: a list that tells each place's country, and, when it is wanted, a
// map on which countries are shaded and cities are dots. The map says nothing that the list
// does not.

import { css, html, nothing, svg } from 'lit'
import { Panel } from './panel.js'
import { shared } from '../style/shared.js'
import { panel } from '../style/panel.js'
import { say, country, coordinates } from '../words.js'

/**
 * @typedef {import('../engine/types.js').Analysis} Analysis
 * @typedef {import('../engine/types.js').Entity} Entity
 */

/** Rows that are shown before "all". */
const few = 10

export class Places extends Panel {
  static properties = {
    analysis: { attribute: false },
    open: { type: Boolean },
    map: { state: true },
    lands: { state: true },
    problem: { state: true },
    pointed: { state: true },
    all: { state: true },
  }

  static styles = [
    shared,
    panel,
    css`
      li button {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--unit);
        width: calc(100% + var(--unit) * 2);
        margin-inline: calc(var(--unit) * -1);
        padding: 0.1875rem var(--unit);
        text-align: start;
      }
      li span:first-child {
        font: 0.9375rem/1.4 var(--serif);
        overflow-wrap: anywhere;
      }
      figure {
        margin: 0 0 var(--unit);
      }
      .map {
        display: block;
        width: 100%;
        height: auto;
        background: var(--paper);
        border: 1px solid var(--line);
        border-radius: var(--radius);
      }
      .land {
        fill: color-mix(in srgb, var(--ink) 9%, var(--paper));
        stroke: var(--paper);
        stroke-width: 0.4;
      }
      .land.named {
        fill: color-mix(in srgb, var(--place) 45%, var(--paper));
        stroke: var(--place);
        stroke-width: 0.6;
      }
      .dot {
        fill: var(--place);
        stroke: var(--paper);
        stroke-width: 0.8;
      }
      .ring {
        fill: none;
        stroke: var(--ink);
        stroke-width: 1.2;
      }
      @media (forced-colors: active) {
        .land {
          fill: Canvas;
          stroke: GrayText;
        }
        .land.named {
          fill: Highlight;
        }
        .dot {
          fill: CanvasText;
        }
      }
    `,
  ]

  constructor() {
    super()
    /** @type {Analysis | null} */
    this.analysis = null
    this.open = false
    /** @type {typeof import('../map/map.js') | null} */
    this.map = null
    /** @type {{ code: string, path: string }[]} */
    this.lands = []
    this.problem = ''
    this.pointed = -1
    this.all = false
  }

  /** The story's places of which it is known where they are, most telling first. */
  get places() {
    return (this.analysis?.entities ?? []).filter((entity) => entity.type === 'place' && entity.country)
  }

  updated() {
    this.hidden = this.places.length === 0
  }

  render() {
    const places = this.places
    if (!places.length) return nothing
    return html`<section aria-labelledby="heading">
      <h2 id="heading">
        ${say('places.heading')} <span class="count">${places.length}</span>
        <button class="toggle" aria-expanded=${this.open} aria-controls="map" @click=${this.toggle}>${say(this.open ? 'places.close' : 'places.open')}</button>
      </h2>
      <figure id="map" ?hidden=${!this.open}>${this.open ? this.drawn(places) : nothing}</figure>
      <ul class="rows">
        ${(this.all ? places : places.slice(0, few)).map((place) => this.row(place))}
      </ul>
      ${places.length > few && !this.all ? html`<button class="link more" @click=${() => (this.all = true)}>${say('names.more', { n: places.length - few })}</button>` : nothing}
    </section>`
  }

  /** @param {Entity} place */
  row(place) {
    const where = [place.name === country(place.country ?? '') ? '' : country(place.country ?? ''), place.latitude === undefined ? '' : coordinates(place.latitude, place.longitude ?? 0)]
    return html`<li>
      <button
        data-place=${place.id}
        @click=${() => this.go(place)}
        @pointerenter=${() => (this.pointed = place.id)}
        @pointerleave=${() => (this.pointed = -1)}
        @focus=${() => (this.pointed = place.id)}
        @blur=${() => (this.pointed = -1)}
      >
        <span>${place.name}</span> <span class="faint">${where.filter(Boolean).join(' · ')}</span>
      </button>
    </li>`
  }

  /** @param {Entity[]} places */
  drawn(places) {
    if (this.problem) return html`<p role="alert">${this.problem}</p>`
    const map = this.map
    if (!map || !this.lands.length) return html`<p class="soft" role="status">${say('places.busy')}</p>`
    const named = new Set(places.map((place) => place.country))
    const dots = places.filter((place) => place.latitude !== undefined)
    return html`<svg class="map" viewBox="0 0 ${map.width} ${map.height}" role="img" aria-label=${say('places.map', { places: places.map((place) => place.name).join(', ') })}>
      ${this.lands.map((land) => svg`<path class="land ${named.has(land.code) ? 'named' : ''}" data-code=${land.code} d=${land.path} />`)}
      ${dots.map((place) => {
        const [x, y] = map.at(place.latitude ?? 0, place.longitude ?? 0)
        return svg`<circle class="dot" cx=${x} cy=${y} r="3"><title>${place.name}</title></circle>
          ${this.pointed === place.id ? svg`<circle class="ring" cx=${x} cy=${y} r="6" />` : nothing}`
      })}
    </svg>`
  }

  async toggle() {
    this.open = !this.open
    if (!this.open || this.lands.length) return
    this.problem = ''
    try {
      const map = await import('../map/map.js')
      this.lands = await map.countries()
      this.map = map
    } catch {
      this.problem = say('places.failed')
    }
  }

  /** @param {Entity} place */
  go(place) {
    const index = this.analysis?.mentions.findIndex((mention) => mention.entity === place.id && mention.field === 'text') ?? -1
    if (index >= 0) this.dispatchEvent(new CustomEvent('slugline-go', { detail: { index }, bubbles: true, composed: true }))
  }
}

customElements.define('slugline-places', Places)
