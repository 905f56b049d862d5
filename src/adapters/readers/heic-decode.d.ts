/** The package has no types of its own: the part that is used. */
declare module 'heic-decode' {
  function decode(source: {
    buffer: Uint8Array
  }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
  export = decode
}
