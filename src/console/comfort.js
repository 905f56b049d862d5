// Comfort only: every page works without it.

// A form that was sent is not sent twice.
document.addEventListener('submit', (event) => {
  const button = event.submitter ?? event.target.querySelector('button:not(.plain)')
  // What opens beside leaves the page as it is.
  if (button !== null && !button.hasAttribute('formtarget'))
    setTimeout(() => button.setAttribute('disabled', ''), 0)
})

// « / » goes to the search.
document.addEventListener('keydown', (event) => {
  const search = document.querySelector('input[type="search"]')
  const writing = event.target.closest('input, textarea, select') !== null
  if (event.key !== '/' || writing || search === null) return
  event.preventDefault()
  search.focus()
})

document.querySelector('a[data-follow]')?.click()
