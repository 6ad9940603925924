// How marp builds the deck: pictures come from ../images, and nothing comes from the network.

// Chromium doesn't start as root with its sandbox on. What it opens here is this deck only.
if (process.getuid?.() === 0) {
  process.env.CHROME_NO_SANDBOX ??= '1'
}

export default {
  allowLocalFiles: true,
  html: true,
  options: { emoji: { shortcode: false, unicode: false }, math: false },
  themeSet: 'theme.css',
}
