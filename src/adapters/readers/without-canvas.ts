import { registerHooks } from 'node:module'

/**
 * pdfjs loads a native canvas if it finds one, which reserves a gigabyte of address space and is never used:
 * pages are drawn by PDFium. Imported before pdfjs, this makes it find none, and gives it the names that it
 * wants at its start for drawing.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@napi-rs/canvas') throw new Error('left out on purpose')
    return next(specifier, context)
  },
})

class NeverDrawn {}

Object.assign(globalThis, { DOMMatrix: NeverDrawn, ImageData: NeverDrawn, Path2D: NeverDrawn })
