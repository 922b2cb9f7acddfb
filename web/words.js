// The page's words: all of them stand in locale/en.json (those that only other pages are told,
// in embed.json), and this file picks, fills and numbers them. Large numbers, units and dates are written by Intl in the reader's own manner.

import en from './locale/en.json' with { type: 'json' }

/** @typedef {string | { one: string, other: string }} Message */

const messages = /** @type {Record<string, Message>} */ (en)
const locale = 'en'
const plurals = new Intl.PluralRules(locale)

/**
 * Made on first use, and kept: for its first number format a browser looks through the data of
 * all its languages, 50 ms in which the page would stand still before its first words.
 * @template T
 * @param {() => T} make
 */
function onUse(make) {
  /** @type {T | undefined} */
  let made
  return () => (made ??= make())
}

const numbers = onUse(() => new Intl.NumberFormat(locale))
const days = onUse(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }))
const moments = onUse(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }))
const months = onUse(() => new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }))
const ago = onUse(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
const countries = onUse(() => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }))
const degrees = onUse(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }))

/**
 * The words for a key, with {names} filled in. `n` chooses between one and other.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string} the key itself where there are no words for it
 */
export function say(key, values = {}) {
  const message = messages[key]
  if (message === undefined) return key
  const form =
    typeof message === 'string' ? message : plurals.select(Number(values.n)) === 'one' ? message.one : message.other
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name]
    return typeof value === 'number' ? number(value) : (value ?? '')
  })
}

/** More words, of a part that not every page has. @param {Record<string, Message>} more */
export const learn = (more) => Object.assign(messages, more)

/** @param {string} key @returns {boolean} whether there are words for the key */
export const hasWords = (key) => key in messages

/** Whether a number has no group of thousands to part, nor decimals: such numbers are written alike with and without Intl. @param {number} n */
const plain = (n) => Number.isInteger(n) && n >= 0 && n < 1000

/** @param {number} n @returns {string} */
export const number = (n) => (plain(n) ? String(n) : numbers().format(n))

/** @param {string} value as the engine writes it: "USD 412000000" @returns {string} "USD 412,000,000" */
export const amount = (value) => value.replace(/(?<![\d.])\d{5,}/g, (digits) => number(Number(digits)))

/** @param {number} part 0 to 1 @returns {string} "91%" */
export const share = (part) => say('share', { n: Math.round(100 * part) })

/** @param {number} ms @returns {string} "40 seconds", "3 minutes", "2 hours": as much as one needs to know */
export function duration(ms) {
  const seconds = ms / 1000
  const [n, unit] = seconds < 55 ? [Math.max(1, seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5), 'second'] : seconds < 3300 ? [Math.round(seconds / 60), 'minute'] : [Math.round(seconds / 3600), 'hour']
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(n)
}

/** @param {number} n @returns {string} "3.2 MB" */
export function bytes(n) {
  const size = Math.min(3, Math.floor(Math.log10(Math.max(n, 1)) / 3))
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][size]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: n < 10 * 1000 ** size ? 1 : 0 }).format(n / 1000 ** size)
}

/** @param {string | Date} when @returns {string} "24 Nov 2026, 09:00", or the words as given where they are no date */
export function moment(when) {
  const date = new Date(when)
  return Number.isNaN(date.getTime()) ? String(when) : moments().format(date)
}

/** @param {string | Date} when @returns {string} the day alone */
export function day(when) {
  const date = new Date(when)
  return Number.isNaN(date.getTime()) ? String(when) : days().format(date)
}

/** @param {string} value ISO 8601: a day, a month or a year @returns {string} "24 Nov 2026", "November 2026", "2026" */
export function span(value) {
  if (value.length === 4) return value
  if (value.length === 7) return months().format(new Date(`${value}-15T12:00:00Z`))
  return day(`${value}T12:00:00`)
}

/**
 * How long ago something was: "5 minutes ago", "yesterday", and after a week its day.
 * @param {string | Date} when
 * @param {number} [now] milliseconds
 * @returns {string}
 */
export function since(when, now = Date.now()) {
  const then = new Date(when).getTime()
  if (Number.isNaN(then)) return String(when)
  const seconds = (then - now) / 1000
  const size = Math.abs(seconds)
  if (size < 45) return say('time.now')
  if (size < 3600) return ago().format(Math.round(seconds / 60), 'minute')
  if (size < 86400) return ago().format(Math.round(seconds / 3600), 'hour')
  if (size < 7 * 86400) return ago().format(Math.round(seconds / 86400), 'day')
  return days().format(then)
}

/** @param {string} code ISO 3166-1, two letters @returns {string} the country's name, or the code */
export function country(code) {
  try {
    return countries().of(code) ?? code
  } catch {
    return code
  }
}

/** @param {number} latitude @param {number} longitude @returns {string} "48.85° N, 2.35° E" */
export const coordinates = (latitude, longitude) =>
  `${degrees().format(Math.abs(latitude))}° ${latitude < 0 ? 'S' : 'N'}, ${degrees().format(Math.abs(longitude))}° ${longitude < 0 ? 'W' : 'E'}`
