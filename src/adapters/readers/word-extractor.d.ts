/** The package has no types of its own: the part that is used. */
declare module 'word-extractor' {
  class WordExtractor {
    extract(source: Buffer): Promise<WordExtractor.WordDocument>
  }
  namespace WordExtractor {
    interface WordDocument {
      getBody(): string
      getHeaders(options?: { includeFooters?: boolean }): string
      getTextboxes(): string
      getFootnotes(): string
    }
  }
  export = WordExtractor
}
