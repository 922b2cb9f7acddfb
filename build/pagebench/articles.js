// Articles of any length for measuring the page, put together from the stories written for
// this project (build/stories). The same number gives the same article; other numbers give
// other ones. They make sense as paragraphs of news, not as one story.

import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../stories/', import.meta.url)

/** @type {{ title: string, paragraphs: string[] }[]} */
const stories = readdirSync(folder)
  .filter((name) => name.startsWith('topics-') && name.endsWith('.txt'))
  .sort()
  .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/^== .*\n/m).slice(1))
  .map((story) => story.trim().split(/\n\n+/))
  .filter(([title, ...paragraphs]) => title && paragraphs.length > 0)
  .map(([title, ...paragraphs]) => ({ title, paragraphs }))

/**
 * @param {number} number which article, from 0
 * @param {number} bytes about how long (within one paragraph)
 * @returns {{ title: string, text: string }}
 */
export function article(number, bytes) {
  let seed = (number + 1) * 2654435761
  const next = () => {
    seed = (Math.imul(seed ^ (seed >>> 15), 2246822519) + 3266489917) >>> 0
    return stories[seed % stories.length]
  }
  const { title } = next()
  let text = `${title} (${number}).`
  while (text.length < bytes) text += `\n\n${next().paragraphs.join('\n\n')}`
  return { title: `${title}, ${number}`, text: text.slice(0, bytes) }
}
