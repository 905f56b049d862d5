import type { ServerResponse } from 'node:http'

/** JSON with a status, and headers of its own. */
export function tell(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** An error as Graph tells one; its message quotes an address, as the real one's may. */
export function tellError(
  response: ServerResponse,
  status: number,
  code: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  tell(response, status, { error: { code, message: 'for ami@interco.example' } }, headers)
}
