// Makes a button of each countdown: a click on it, or c, starts and stops its clock; + and - give and take a minute.
(() => {
  // A deck says in its language what a clock does: at its script.
  const { over: isOver, minute: one, minutes: many } = document.currentScript.dataset
  const minute = 60_000
  for (const place of document.querySelectorAll('.countdown')) {
    const clock = document.createElement('button')
    let left = place.dataset.minutes * minute // while it stands
    let end = 0 // while it runs: when it is over
    let begun = false
    const show = () => {
      if (end && end <= Date.now()) left = end = 0
      const seconds = Math.ceil((end ? end - Date.now() : left) / 1000)
      const over = begun && seconds === 0
      const text = over ? isOver
        : begun ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
        : left === minute ? one : many.replace('%', left / minute)
      if (clock.textContent !== text) clock.textContent = text
      clock.classList.toggle('stopped', begun && !end && !over)
      place.closest('section').classList.toggle('over', over)
    }
    const startOrStop = () => {
      if (end) {
        left = Math.max(0, end - Date.now())
        end = 0
      } else if (left > 0) {
        begun = true
        end = Date.now() + left
      }
      show()
    }
    const change = (minutes) => {
      if (end) end += minutes * minute
      else left = Math.max(begun ? 0 : minute, left + minutes * minute)
      show()
    }
    clock.type = 'button'
    clock.addEventListener('click', () => {
      clock.blur() // else the space bar would press it again, instead of turning the page
      startOrStop()
    })
    document.addEventListener('keydown', (key) => {
      if (!place.closest('.bespoke-marp-active') || key.altKey || key.ctrlKey || key.metaKey) return
      if (key.key === 'c') startOrStop()
      if (key.key === '+') change(1)
      if (key.key === '-') change(-1)
    })
    place.replaceChildren(clock)
    setInterval(show, 200)
    show()
  }
})()
