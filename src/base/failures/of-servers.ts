import type { Told } from './told.ts'

/**
 * What an operator meets in the log, in alarms and in `check`: the machines and servers that the service
 * needs.
 */
export const OF_SERVERS = {
  'imap-login-refused': {
    means: 'the password of the mailbox was changed, or the consent withdrawn',
    todo:
      'put the new one into the file that `IMAP_PASSWORD_FILE` names: it is taken up within a minute ' +
      'and a half; ' +
      'under the unit, which copies secrets at its start, restart the service',
  },
  'smtp-login-refused': {
    means: 'the same at the submission server',
    todo: 'the same with `SMTP_PASSWORD_FILE`; letters wait and leave by themselves',
  },
  'imap-certificate': certificate('the mail server'),
  'smtp-certificate': certificate('the submission server'),
  'database-certificate': certificate('the database'),
  'archive-certificate': certificate('the archive’s store'),
  'oauth-certificate': certificate('the token server'),
  'imap-unreachable': {
    means: 'no round trip to the mailbox',
    todo: '`recepisse check`; mails wait in the mailbox, none is lost',
  },
  'imap-silent': {
    means: 'the mail server took a command and never answered',
    todo: 'nothing at first: the connection is made anew; if it lasts, ask whoever runs the mail server',
  },
  'imap-folder-missing': {
    means: 'a watched folder was renamed or deleted',
    todo: 'name it in `IMAP_FOLDERS`',
  },
  'imap-no-sent-folder': {
    means: 'the mailbox has no folder of sent mail under the name asked for',
    todo: 'name it in `IMAP_SENT_FOLDER`; letters leave meanwhile',
  },
  'imap-over-quota': {
    means: 'a copy for the folder of sent mail has no room there',
    todo: 'make room; the letter itself has left, its copy is tried again',
  },
  'imap-throttled': {
    means: 'the mail server asks for patience',
    todo:
      'nothing at first: it is asked again, ever more seldom; if it ' +
      'lasts, look for another program on the same ' +
      'account',
  },
  'graph-login-refused': {
    means: 'the tokens of the application are refused by Microsoft Graph',
    todo: '`recepisse check`; `GRAPH_URL` and `GRAPH_LOGIN_URL` must be of one cloud',
  },
  'graph-forbidden': {
    means: 'the application has not the right that it needs in this mailbox',
    todo: 'grant it the two roles of docs/mailbox.md for `GRAPH_USER`; they count within two hours',
  },
  'graph-mailbox-missing': {
    means: 'there is no such mailbox in Exchange Online, or it lies on a server of the authority’s own',
    todo: 'mend `GRAPH_USER` or `GRAPH_TENANT`',
  },
  'graph-folder-missing': {
    means: 'a watched folder was renamed or deleted',
    todo: 'name it in `GRAPH_FOLDERS`',
  },
  'graph-throttled': {
    means: 'patience is asked for by Microsoft Graph',
    todo:
      'nothing at first: it is asked again when it said so; if it lasts, a longer ' +
      '`RECEPISSE_POLL_SECONDS`',
  },
  'graph-unreachable': {
    means: 'no round trip to Microsoft Graph',
    todo: '`recepisse check`; mails wait in the mailbox and letters here, none is lost',
  },
  'graph-silent': {
    means: 'a request to Microsoft Graph was never answered',
    todo: 'nothing at first: it is asked again',
  },
  'graph-answer': {
    means: 'an answer of Microsoft Graph is none that its reference knows',
    todo: 'look for a newer version of this program; mails wait in the mailbox',
  },
  'graph-resync': {
    means: 'how far a folder was followed is forgotten at Microsoft Graph, twice in a row',
    todo: 'nothing at first: the folder is listed anew',
  },
  'graph-certificate': certificate('Microsoft Graph'),
  'not-handed-over': {
    means: 'a mail that staff took in is listed by Microsoft Graph and not handed over',
    todo: 'nothing at first: it is asked for again; if it lasts, open it in the mailbox',
  },
  'smtp-unreachable': {
    means: 'the submission server cannot be reached',
    todo: '`recepisse check`; letters wait, the oldest leaves first',
  },
  'oauth-refused': {
    means: 'the token server refuses: the consent was withdrawn, or the secret is out of date',
    todo: 'consent anew, and put the new secret into its file',
  },
  'oauth-unreachable': { means: 'the token server is away', todo: 'nothing at first: it is asked again' },
  'oauth-answer': {
    means: 'the token server answered without a token',
    todo: 'check the address and the scope of its settings',
  },
  'oidc-unreachable': {
    means: 'the provider at which staff sign in is away',
    todo: 'whoever has a password signs in with it meanwhile',
  },
  'disk-full': {
    means: 'no room for register or archive',
    todo: 'make room; what could not be kept is fetched again',
  },
  'data-folder': {
    means: 'the service’s account cannot write into its data folder',
    todo: 'give it the folder, as the line says, or name another in `RECEPISSE_DATA`',
  },
  'archive-unreachable': {
    means: 'the archive’s folder or store does not answer',
    todo: 'as the line says; mails wait in the mailbox',
  },
  'evidence-missing': {
    means: 'a mail that the register names is not in the archive',
    todo: 'restore it from a backup; where the mailbox still has it, it is fetched again',
  },
  'evidence-altered': {
    means: 'an archived mail is not what was received',
    todo: 'restore it from a backup, and ask who wrote there',
  },
  'database-unreachable': {
    means: 'the register’s database is away',
    todo: 'as the line says; work waits and nothing is lost',
  },
  'database-busy': {
    means: 'somebody else holds the register for long',
    todo: 'look for a copy or a backup of its file that is running; it is tried again',
  },
  'database-read-only': { means: 'the register cannot be written', todo: 'mend the rights of its folder' },
  'database-disk-fault': {
    means: 'the disk of the register answers with faults',
    todo: 'check the disk, then restore a backup',
  },
  'database-full': {
    means: 'the database is out of disk, memory or connections',
    todo: 'make room; at `max_connections` look at docs/scale.md',
  },
  'database-damaged': { means: 'the register’s file is damaged', todo: 'restore the last backup' },
  'register-too-new': {
    means: 'the register belongs to a newer program',
    todo: 'install the newer program on this machine too',
    exit: 2,
  },
  'lease-lost': {
    means: 'another machine watches this mailbox now',
    todo: 'nothing: one of them does; two machines need two names (`RECEPISSE_INSTANCE`)',
  },
  'already-running': {
    means: 'a service runs on this data folder already',
    todo: 'stop it first, or give this one a `RECEPISSE_DATA` of its own',
    exit: 2,
  },
  'redis-missing': {
    means: 'there is no redis-server on this machine, and no other is named',
    todo: 'install it, or set `REDIS_URL`',
    exit: 2,
  },
  'redis-did-not-start': { means: 'the private queue did not start', todo: 'as the line says' },
  'redis-ended': {
    means: 'the private queue ended',
    todo: 'nothing: it is started again; it holds hints only, the sweep puts them back',
  },
  'redis-connection': { means: 'the queue is away', todo: 'nothing: as above' },
  'redis-unreachable': {
    means: 'the queue at `REDIS_URL` does not answer',
    todo: 'start it, or mend its address',
  },
  'redis-evicts': {
    means: 'the Redis at `REDIS_URL` throws work away when it is full',
    todo: 'give it the policy `noeviction`',
  },
  'queue-unreachable': { means: 'work could not be put into the queue', todo: 'nothing: the sweep does it' },
  'clock-wrong': {
    means: 'the machine’s clock is off by more than a second',
    todo: 'mend its time service',
  },
  'antivirus-unavailable': {
    means: 'the antivirus does not answer',
    todo: 'start clamd; mails wait unread, kept and stamped with the time of their receipt',
  },
  'timestamp-refused': {
    means: 'the time-stamp authority is away',
    todo: 'nothing: heads are stamped when it is back',
  },
  'webhook-refused': {
    means: 'the channel of alarms does not take them',
    todo: 'mend its address (`RECEPISSE_ALERT_WEBHOOK`)',
  },
  'events-refused': {
    means: 'the program that is told of events does not take them',
    todo: 'mend its address (`RECEPISSE_EVENTS_WEBHOOK`); none is lost, they are told in their order',
  },
  'hatch-path': {
    means: 'the data folder’s path is too long for a socket (107 bytes with `/mailbox.sock`)',
    todo: 'a shorter `RECEPISSE_DATA`; only the look at mails put aside is missing meanwhile',
  },
  'open-folder': {
    means: 'others than the service may read the data folder or the archive',
    todo: 'take the rights away, as the line says',
  },
  'no-wall': {
    means: 'strangers’ documents would be read without a wall around their readers',
    todo: 'install bubblewrap, or say in `RECEPISSE_WALL` that a weaker wall is meant',
  },
  'reader-unbounded': { means: 'nothing can bound a reader', todo: 'install util-linux' },
  'reader-not-started': { means: 'no reader comes up', todo: 'memory and bubblewrap; mails wait' },
  'reader-killed': {
    means: 'the system ended a reader, mostly for want of memory',
    todo: 'give the machine memory; the mail is read again',
  },
  'no-readers': { means: 'the reading room does not answer', todo: 'start its container; mails wait' },
  'room-with-a-window': {
    means: 'the reading room can see a network',
    todo: 'give its container none (`network_mode: none`)',
  },
  'process-ended': {
    means: 'a process of the service ended',
    todo: 'nothing: it is started again; if it lasts, its lines above',
  },
  'manager-untold': {
    means: 'the service manager (systemd) cannot be told how the service is',
    todo: '`/usr/bin/systemd-notify` must be there and may be run',
  },
  'process-silent': {
    means: 'a process did not beat for twenty seconds and was ended',
    todo: 'nothing: it is started again',
  },
} as const satisfies Readonly<Record<string, Told>>

function certificate(whose: string): Told {
  return {
    means:
      `the certificate of ${whose} is out of date, for another name, or of an authority that is not ` +
      'trusted',
    todo: 'have it renewed, or name the authority’s certificate in `RECEPISSE_CA_FILE`; it is tried again',
  }
}
