// Looks at every slide of each deck in a browser, and into its pictures: says what doesn't fit, is too small to read, or isn't there.
// Exit status: 0 all is well, 1 something was found, 2 there is no browser.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'

const SMALLEST = 16 // px, of 720

/** What is wrong on one slide; runs in the browser. Sizes are measured in the slide's own pixels. */
function look(section, smallest) {
  const found = []
  const box = section.getBoundingClientRect()
  const scale = box.width / section.offsetWidth
  const text = (element) => JSON.stringify(element.textContent.trim().slice(0, 40) || element.alt)
  if (section.scrollHeight > section.clientHeight + 1) found.push(`is ${section.scrollHeight} px high`)
  if (section.scrollWidth > section.clientWidth + 1) found.push(`is ${section.scrollWidth} px wide`)
  // The last line keeps clear of the page number.
  const bottom = box.top + 690 * scale
  for (const element of section.querySelectorAll('*')) {
    const { left, right, bottom: low, width } = element.getBoundingClientRect()
    if (width === 0) continue
    if (left < box.left - 1 || right > box.right + 1 || low > bottom + 1) found.push(`${element.tagName} leaves it: ${text(element)}`)
    if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) found.push(`${element.tagName} is clipped: ${text(element)}`)
    if (parseFloat(getComputedStyle(element).fontSize) < smallest) found.push(`${element.tagName} is too small: ${text(element)}`)
    if (element.tagName === 'IMG' && element.naturalWidth === 0) found.push(`has no picture ${element.getAttribute('src')}`)
  }
  return found
}

/** The pictures of a slide, and how wide they are shown there; runs in the browser. */
function pictures(section) {
  const scale = section.getBoundingClientRect().width / section.offsetWidth
  return [...section.querySelectorAll('img')].filter((image) => image.naturalWidth > 0)
    .map((image) => ({ src: image.src, width: image.getBoundingClientRect().width / scale }))
}

/** The smallest text of an SVG that is shown by itself, and how wide that is; runs in the browser. Nothing, where there is no text. */
function smallestText() {
  const svg = document.documentElement
  const texts = [...svg.querySelectorAll('text, tspan, foreignObject *')].filter((element) =>
    [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim()) && element.getClientRects().length > 0)
  const sizes = texts.map((element) => {
    // What stretches the whole picture, or a group of it, stretches its text, too.
    const { a, b, c, d } = (element.closest('text, foreignObject')).getScreenCTM()
    return { text: element.textContent.trim().slice(0, 40), size: parseFloat(getComputedStyle(element).fontSize) * Math.sqrt(Math.abs(a * d - b * c)) }
  })
  return { width: svg.getBoundingClientRect().width, least: sizes.sort((one, other) => one.size - other.size)[0] }
}

/** What is too small to read in a picture, at the width at which a slide shows it. */
async function lookInto(view, { src, width }, smallest) {
  const name = decodeURIComponent(src.split('/').pop())
  if (!name.endsWith('.svg')) return [`shows ${name}, and only into SVG can be looked`]
  await view.goto(src)
  const { width: own, least } = await view.evaluate(smallestText)
  const size = least && least.size * width / own
  // Rounded, as the sizes above are by the browser.
  return least && size < smallest - 0.05
    ? [`shows ${name} too small: ${JSON.stringify(least.text)} has ${size.toFixed(1)} px; from a width of ${Math.ceil(width * smallest / size)} on it has ${smallest}`] : []
}

function browser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onPath = names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
  const executablePath = process.env.CHROME_PATH ?? onPath.find(existsSync)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch(executablePath ? { executablePath, args } : { channel: 'chrome', args })
}

const chrome = await browser().catch((error) => {
  console.error(`No Chrome or Chromium could be started: see README.md.\n${error.message}`)
  process.exit(2)
})
const problems = []
let count = 0
for (const deck of readdirSync(new URL('.', import.meta.url)).filter((file) => /^slides(\.[\w-]+)?\.html$/.test(file))) {
  const page = await chrome.newPage()
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) problems.push(`${deck} asks the network for ${request.url()}`)
  })
  await page.setViewport({ width: 1280, height: 720 })
  await page.emulateMediaType('print') // shows all the slides, one below the other
  await page.goto(new URL(deck, import.meta.url).href, { waitUntil: 'networkidle0' })
  const slides = await page.$$('section[id]')
  const view = await chrome.newPage()
  for (const [i, slide] of slides.entries()) {
    const found = await slide.evaluate(look, SMALLEST)
    for (const picture of await slide.evaluate(pictures)) {
      found.push(...await lookInto(view, picture, SMALLEST))
    }
    problems.push(...found.map((problem) => `${deck}, slide ${i + 1} ${problem}`))
  }
  if (slides.length === 0) problems.push(`There is no slide in ${fileURLToPath(new URL(deck, import.meta.url))}`)
  count += slides.length
}
await chrome.close()
problems.forEach((problem) => console.error(problem))
console.log(`${count} slides, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
