import { correspondentOf, sendMessage } from '../../src/steps/write-message.ts'
import { sampleCall } from '../mail/sample-call.ts'
import type { SmallService } from './a-service.ts'

/** Staff write to the applicant of a number, at the address of the samples. */
export async function write(service: SmallService, number: string, text: string) {
  const application = await service.register.application(number as never)
  if (application === null) throw new Error('it is an application')
  const { number: own, mails } = application
  const letters = await service.register.lettersOf(own)
  const correspondent = await correspondentOf(service, sampleCall, own, mails, letters)
  const wanted = {
    to: 'contact@usine.example',
    subject: 'Dossier',
    text,
    files: [],
    seen: correspondent.written,
  }
  return sendMessage(service, correspondent, wanted, 'agent')
}
