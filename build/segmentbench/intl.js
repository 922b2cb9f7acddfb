// Cuts each text of the JSON array on standard input with Intl.Segmenter, and answers
// with {sentences, tokens} for each, as arrays of strings.
import { text } from "node:stream/consumers";

const cut = (/** @type {"sentence" | "word"} */ granularity, /** @type {string} */ s) =>
  Array.from(new Intl.Segmenter("en", { granularity }).segment(s), (part) => part.segment.trim()).filter(Boolean);

/** @type {string[]} */
const texts = JSON.parse(await text(process.stdin));
console.log(JSON.stringify(texts.map((s) => ({ sentences: cut("sentence", s), tokens: cut("word", s) }))));
