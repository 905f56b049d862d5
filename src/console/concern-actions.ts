import type { MailView } from '../register/views.ts'
import * as bind from '../steps/bind.ts'
import { onMail } from './actions.ts'
import type { Desk } from './desk.ts'
import { author, usage, wanted } from './forms.ts'
import type { Route, Signed } from './route.ts'

const attach = onMail('rattacher', 'rattachement', aboutNumber('together'))
const detach = onMail('detacher', 'detachement', aboutNumber('apart'))

/** A question, an answer: of which application it is. */
function aboutNumber(kind: 'together' | 'apart') {
  return (asked: Signed, desk: Desk, mail: MailView) => {
    if (mail.fate !== 'inquiry')
      throw usage('Ce courriel apporte quelque chose : réunissez ou séparez les candidatures.')
    const number = wanted(asked, 'numero', 'N° de la candidature')
    return bind.attach(desk, desk.calls, mail.fingerprint, number, { kind, ...author(asked) })
  }
}

export const CONCERN_ROUTES: readonly Route[] = [attach, detach]
