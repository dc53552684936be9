/* global document, setTimeout, clearTimeout */

/** An element with attributes and content: `element('button', { type: 'button' }, 'Gửi')`. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value)
  }
  made.append(...content.filter((part) => part !== undefined && part !== ''))
  return made
}

/** A copy of what the page's `<template>` of that id holds. */
export function template(id) {
  return document.getElementById(id).content.firstElementChild.cloneNode(true)
}

/** Lower case without Vietnamese marks, so that "dong mo" finds "Đồng Mỏ". */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/giu, 'd').toLowerCase()
}

/** Runs `work` once things have been quiet for `milliseconds`. */
export function afterQuiet(milliseconds, work) {
  let waiting
  return () => {
    clearTimeout(waiting)
    waiting = setTimeout(work, milliseconds)
  }
}
