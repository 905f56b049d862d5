declare module 's3rver' {
  /** A small S3 server on a folder; the part of it that tests use. */
  class S3rver {
    constructor(options: {
      port: number
      address: string
      silent: boolean
      directory: string
      configureBuckets: readonly { name: string }[]
    })
    run(): Promise<{ port: number }>
    close(): Promise<void>
  }

  export = S3rver
}
