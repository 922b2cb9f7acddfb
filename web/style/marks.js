// How a name looks in running text: a tint behind it and an underline whose style, not
// only its colour, tells its type. The same rules serve <mark> elements in the reading
// view and ::highlight() ranges in the editor, where elements would disturb the caret.

import { css, unsafeCSS } from 'lit'

/** The types of name in the order in which the page lists them. */
export const nameTypes = ['person', 'organization', 'place', 'group', 'event', 'work', 'product']

/** The types found by rules; they share one colour and one switch. */
export const ruleTypes = ['date', 'time', 'money', 'percent', 'quantity']

/** Underline style and thickness of each type. */
const underlines = {
  person: ['solid', '2px'],
  organization: ['double', '1.5px'],
  place: ['dotted', '2.5px'],
  group: ['dashed', '1.5px'],
  event: ['wavy', '1.2px'],
  work: ['solid', '1px'],
  product: ['solid', '1px'],
  rule: ['dotted', '1px'],
}

/** @param {string} type @returns {string} the type whose colour and underline it bears */
export const lookOf = (type) => (nameTypes.includes(type) ? type : 'rule')

/** A wash of the type's colour; paper that is dark needs more of it. @param {string} type @param {number} times */
const tintOf = (type, times) => `color-mix(in srgb, var(--${type}) calc(var(--tint) * ${times}), transparent)`

/** @param {string} type @param {[string, string]} underline */
const declarations = (type, [line, thickness]) => `
  background-color: ${type === 'rule' ? 'transparent' : `light-dark(${tintOf(type, 1)}, ${tintOf(type, 1.8)})`};
  text-decoration: underline ${line} ${thickness} var(--${type});`

const entries = /** @type {[string, [string, string]][]} */ (Object.entries(underlines))

export const marks = css`
  .m {
    color: inherit;
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
    border-radius: 2px;
    padding-block: 0.06em;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }
  ${unsafeCSS(entries.map(([type, line]) => `.m.${type} {${declarations(type, line)}}`).join('\n'))}
`

export const highlights = unsafeCSS(
  entries.map(([type, line]) => `::highlight(slugline-${type}) {${declarations(type, line)}}`).join('\n'),
)

/** A word list's small sign of a type: the underline itself, drawn under two letters. */
export const signs = css`
  .sign {
    display: inline-block;
    min-width: 1.4em;
    font: 600 0.8125rem/1.35 var(--serif);
    text-align: center;
    color: var(--ink);
    text-underline-offset: 0.2em;
    text-decoration-skip-ink: none;
    border-radius: 2px;
  }
  ${unsafeCSS(entries.map(([type, line]) => `.sign.${type} {${declarations(type, line)}}`).join('\n'))}
`
