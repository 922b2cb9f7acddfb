// What stands around the story: the door where there is none, the bar at the top, the strip
// that says what matters most, the tabs that open the column's panels on a narrow page.
// Templates only; the analyzer acts.

import { html, nothing } from 'lit'
import { nameTypes } from '../style/marks.js'
import { edited } from '../story/example.js'
import { say, share, since } from '../words.js'

/** @typedef {import('./slugline-analyzer.js').Analyzer} Analyzer */

/** The line at the top of the page. @param {Analyzer} host */
export function bar(host) {
  const story = Boolean(host.story)
  const ready = host.session?.state === 'ready'
  return html`<header class="bar" part="bar" role=${host.ground === window ? nothing : 'none'}>
    ${host.readonly
      ? html`<span class="mark">Slugline</span>`
      : html`<button class="mark" @click=${host.leave} aria-label=${say('bar.home')}>Slugline</button>`}
    ${story && !host.readonly
      ? html`<button class="new" title=${host.shortcuts.shown('new')} @click=${host.leave}>${say('bar.new')}</button>
          <button class="edit" title=${host.shortcuts.shown('edit')} aria-pressed=${host.view === 'edit'} @click=${host.toggleEdit}>
            ${say(host.view === 'edit' ? 'bar.done' : 'bar.edit')}
          </button>`
      : nothing}
    ${story
      ? html`<button class="export wide" title=${host.shortcuts.shown('export')} ?disabled=${!ready} @click=${() => host.show('slugline-exports')}>${say('bar.export')}</button>
          <button class="compare wide" title=${host.shortcuts.shown('compare')} ?disabled=${!ready} @click=${host.compare}>${say('bar.compare')}</button>`
      : nothing}
    <span class="grow"></span>
    <slugline-proof .newsroom=${host.newsroom}></slugline-proof>
    ${host.readonly
      ? nothing
      : html`<button class="past" title=${host.shortcuts.shown('history')} @click=${() => host.show('slugline-history')}>
          ${say('bar.history')} <span class="count">${host.session?.kept || nothing}</span>
        </button>`}
    <button class="settings ${story ? 'wide' : ''}" @click=${() => host.show('slugline-settings')}>${say('bar.settings')}</button>
    <button class="help wide" title=${host.shortcuts.shown('help')} aria-label=${say('bar.help')} @click=${() => host.show('slugline-help')}>?</button>
  </header>`
}

/** The page without a story: an invitation, or, where the text is the host's, a word that it waits. @param {Analyzer} host */
export function door(host) {
  const message = host.message || host.problemWords()
  if (host.readonly) return html`<p class="wait" role="status">${message || say('door.none')}</p>`
  return html`<slugline-intake
    .seen=${host.session?.kept ?? 0} .newsroom=${host.newsroom?.place.on ?? false}
    .lasting=${host.session?.lasting ?? true}
    .message=${message}
  ></slugline-intake>`
}

/** The line above the story: what matters most about it now. @param {Analyzer} host */
export function strip(host) {
  const { session, analysis } = host
  const problem = host.problemWords()
  if (problem)
    return html`<p class="strip warn" role="alert">
      <span>${problem}</span>
      <button class="line" @click=${() => host.session?.ask({ fresh: true })}>${say('again')}</button>
    </p>`
  if (!analysis) return html`<p class="strip" role="status">${host.slow ? say('strip.busy') : nothing}</p>`
  if (analysis.notice) return html`<p class="strip warn" role="status"><span>${analysis.notice}</span></p>`
  if (analysis.language !== 'en') return html`<p class="strip warn" role="status"><span>${say('strip.foreign')}</span></p>`
  const [own, theirs] = [analysis.matches[0], host.newsroom?.current[0]]
  const match = theirs && (!own || (theirs.duplicate && !own.duplicate)) ? theirs : own
  if (!match) {
    const words = say((session?.kept ?? 0) > 1 ? 'strip.new' : 'seen.first')
    return html`<p class="strip" role="status">
      <span class="soft">${words}</span>
      ${host.isExample
        ? html`<button class="link later" @click=${() => host.take(edited, true)}>${say('strip.edited')}</button>`
        : nothing}
    </p>`
  }
  return html`<p class="strip ${match.duplicate ? 'warn' : ''}" role="status">
    <span
      ><b>${say(`verdict.${match.verdict}`)}.</b>
      ${say(match.newsroom ? 'strip.match.newsroom' : match.title ? 'strip.match' : 'strip.match.untitled', { share: share(match.copied), title: match.title || say('untitled'), when: since(match.firstSeen) })}</span
    >
    <button class="line twin" @click=${() => host.openTwin(match)}>${say('seen.twin')}</button>
  </p>`
}

/** The narrow page's way into the column. @param {Analyzer} host */
export function tabs(host) {
  const { analysis } = host
  return html`<nav class="tabs" aria-label=${say('column.label')}>
        ${[
          ['names', analysis?.entities.filter((entity) => nameTypes.includes(entity.type)).length],
          ['topics', analysis?.topics.filter((topic) => topic.status === 'applied').length],
          ['seen', analysis?.matches.length],
          ['more', undefined],
        ].map(
          ([name, count]) =>
            html`<button
              data-tab=${name}
              aria-expanded=${host.sheet === name}
              class=${name === 'seen' && analysis?.matches.some((match) => match.duplicate) ? 'alert' : ''}
              @click=${() => host.openSheet(host.sheet === name ? '' : String(name))}
            >
              ${say(`tab.${name}`)} <span class="count">${count || nothing}</span>
            </button>`,
        )}
      </nav>`
}

/** What the bar has no room for on a narrow page. @param {Analyzer} host */
export function tools(host) {
  const ready = host.session?.state === 'ready'
  return html`<div class="tools" data-panel="more">
    <button class="line" ?disabled=${!ready} @click=${() => host.show('slugline-exports')}>${say('bar.export')}</button>
    <button class="line" ?disabled=${!ready} @click=${host.compare}>${say('bar.compare')}</button>
    <button class="line" @click=${() => host.show('slugline-settings')}>${say('bar.settings')}</button>
    <button class="line" @click=${() => host.show('slugline-help')}>${say('bar.help')}</button>
  </div>`
}
