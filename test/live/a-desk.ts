import { ImapFlow } from 'imapflow'
import type { MailServer } from '../../demo/unpacked.ts'
import type { GraphStandIn } from '../rig/graph.ts'

const RECEIVED = '2022-11-23T11:00:00.000Z'

/** What the person at her desk does in the mailbox, with a program of her own. */
export interface Desk {
  append(folder: string, mails: readonly Buffer[]): Promise<void>
  createFolder(name: string): Promise<void>
  renameFolder(name: string, other: string): Promise<void>
  deleteFolder(name: string): Promise<void>
  /** By their places in the folder, from 1. */
  remove(folder: string, from: number, to: number): Promise<void>
  moveFirst(folder: string, to: string): Promise<void>
}

export function imapDesk({ port, user, password }: MailServer): Desk {
  async function work(does: (client: ImapFlow) => Promise<unknown>): Promise<void> {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port,
      secure: false,
      auth: { user, pass: password },
      logger: false,
    })
    await client.connect()
    try {
      await does(client)
    } finally {
      await client.logout().catch(() => client.close())
    }
  }
  return {
    append: (folder, mails) =>
      work(async (client) => {
        for (const mail of mails) await client.append(folder, mail, [], new Date(RECEIVED))
      }),
    createFolder: (name) => work((client) => client.mailboxCreate(name)),
    renameFolder: (name, other) => work((client) => client.mailboxRename(name, other)),
    deleteFolder: (name) => work((client) => client.mailboxDelete(name)),
    remove: (folder, from, to) =>
      work(async (client) => {
        await client.mailboxOpen(folder)
        await client.messageDelete(`${from}:${to}`)
      }),
    moveFirst: (folder, to) =>
      work(async (client) => {
        await client.mailboxOpen(folder)
        const [first] = (await client.search({ all: true }, { uid: true })) || []
        await client.messageMove(String(first), to, { uid: true })
      }),
  }
}

export function graphDesk({ store }: GraphStandIn): Desk {
  return {
    async append(folder, mails) {
      for (const mail of mails) store.deliver(mail, RECEIVED, folder)
    },
    createFolder: async (name) => store.createFolder(name),
    renameFolder: async (name, other) => store.renameFolder(name, other),
    deleteFolder: async (name) => store.deleteFolder(name),
    async remove(folder, from, to) {
      for (const mail of store.in(folder).slice(from - 1, to)) store.remove(mail)
    },
    async moveFirst(folder, to) {
      const [first] = store.in(folder)
      if (first !== undefined) store.move(first, to)
    },
  }
}
