// The design tokens: every colour, size and space that the page uses, in one place.
// They are custom properties, so a host page may set any of them on <slugline-analyzer>.
// light-dark() follows the colour scheme of the element that uses the token.

import { css } from 'lit'

/** Where more contrast is wanted, by the system or in the settings. */
const strong = css`
  --paper: light-dark(#ffffff, #000000);
  --sheet: light-dark(#ffffff, #000000);
  --well: light-dark(#ffffff, #000000);
  --ink: light-dark(#000000, #ffffff);
  --ink-soft: light-dark(#1f1e1b, #f0eee9);
  --ink-faint: light-dark(#36342f, #dcdad4);
  --line: light-dark(#55524b, #a5a29a);
  --line-strong: light-dark(#000000, #ffffff);
  --accent: light-dark(#0a246b, #c4d5ff);
  --tint: 6%;
`

export const tokens = css`
  :host {
    --paper: light-dark(#fbfaf7, #16171a);
    --sheet: light-dark(#ffffff, #1d1f23);
    --well: light-dark(#f4f2ec, #1a1c1f);
    --ink: light-dark(#1c1b19, #e9e6df);
    --ink-soft: light-dark(#55524b, #b0ada5);
    --ink-faint: light-dark(#6b675f, #96938b);
    --line: light-dark(#e3dfd6, #2e3136);
    --line-strong: light-dark(#8c877c, #757880);
    --accent: light-dark(#1d3f8f, #9db9ff);
    --accent-tint: light-dark(#e8edf8, #222a3d);
    --on-accent: light-dark(#ffffff, #10131a);
    --warn: light-dark(#8a3b00, #f3b27e);
    --warn-tint: light-dark(#fbeee0, #33261a);
    --lit: light-dark(#ffe08a, #6a5312);
    --added: light-dark(#dff0e2, #1d3325);
    --cut: light-dark(#f8e2df, #3b2220);

    --person: light-dark(#a8480f, #f2a57c);
    --organization: light-dark(#1f5fa8, #8cbcf5);
    --place: light-dark(#24713f, #84cf9d);
    --group: light-dark(#7a4fa3, #cba6ef);
    --event: light-dark(#a8324a, #f297aa);
    --work: light-dark(#7a6000, #dcc05c);
    --product: light-dark(#006a71, #6cced6);
    --rule: light-dark(#66625a, #a5a29a);
    --tint: 11%;

    --serif: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, Georgia, serif;
    --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
    --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    --text: 1.1875rem;
    --small: 0.8125rem;
    --tiny: 0.75rem;
    --measure: 41rem;
    --radius: 4px;
    --unit: 0.5rem;
    --float: 0 1px 2px rgb(0 0 0 / 0.08), 0 8px 28px rgb(0 0 0 / 0.16);
    --quick: 120ms;
  }

  :host([contrast]) {
    ${strong}
  }

  @media (prefers-contrast: more) {
    :host {
      ${strong}
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --quick: 0ms;
    }
  }
`
